package dev.peregrine.host.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what the person said elsewhere beside what they say here, and notes what came of it. */
final class Taking {

  private final SaidElsewhere said;
  private final List<String> added = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  Taking(SaidElsewhere said) {
    this.said = said;
  }

  SaidElsewhere.Taken taken() {
    return new SaidElsewhere.Taken(added, kept);
  }

  Person into(Person person) {
    return new Person(
        fact("name", "name", person.name()),
        fact("e-mail", "email", person.email()),
        fact("phone", "phone", person.phone()),
        fact("street", "street", person.street()),
        fact("postal code", "postalCode", person.postalCode()),
        fact("town", "town", person.town()),
        fact("region", "region", person.region()),
        fact("country", "country", person.country()),
        links(person.links()),
        fact("headline", "headline", person.headline()),
        fact("summary", "summary", person.summary()),
        fact("voice", "voice", person.voice()),
        person.matters(),
        missions(person.missions()),
        hidden(person.hiddenEmployers()),
        flag("research on accessibility", said.accessibility(), person.accessibility()),
        flag("research on queer people", said.queer(), person.queer()),
        fact("notice period", "notice", person.notice()),
        fact("relocation", "relocation", person.relocation()),
        fact("where you may work", "authorisation", person.authorisation()),
        fact("salary expectation", "salary", person.salary()));
  }

  SelfSaid into(SelfSaid self) {
    return new SelfSaid(
        self("gender", self.gender()),
        self("pronouns", self.pronouns()),
        self("ethnicity", self.ethnicity()),
        self("veteran", self.veteran()),
        self("disability", self.disability()));
  }

  private String fact(String label, String key, String here) {
    return either(label, said.facts().getOrDefault(key, "").strip(), here);
  }

  private String self(String key, String here) {
    return either(key + " (self-identification)", said.self().getOrDefault(key, "").strip(), here);
  }

  private String either(String label, String there, String here) {
    if (there.isEmpty() || there.equals(here)) {
      return here;
    }
    (here.isEmpty() ? added : kept).add(label);
    return here.isEmpty() ? there : here;
  }

  private boolean flag(String label, boolean there, boolean here) {
    if (there && !here) {
      added.add(label);
    }
    return there || here;
  }

  private List<Person.Link> links(List<Person.Link> here) {
    List<Person.Link> more =
        said.links().entrySet().stream()
            .filter(
                link -> here.stream().noneMatch(known -> known.address().equals(link.getValue())))
            .map(link -> new Person.Link(link.getKey(), link.getValue()))
            .toList();
    return joined("links", here, more);
  }

  private List<Person.Mission> missions(List<Person.Mission> here) {
    Map<String, Person.Mission> known =
        here.stream().collect(Collectors.toMap(m -> m.domain(), m -> m, (one, other) -> one));
    var more = new ArrayList<Person.Mission>();
    said.missions()
        .forEach(
            (domain, note) -> {
              Person.Mission same = known.get(domain);
              if (same == null) {
                more.add(new Person.Mission(domain, note));
              } else if (!same.note().equals(note)) {
                kept.add("what you care about: " + domain);
              }
            });
    return joined("what you care about", here, more);
  }

  private List<String> hidden(List<String> here) {
    List<String> more =
        said.hiddenEmployers().stream()
            .filter(name -> here.stream().noneMatch(name::equalsIgnoreCase))
            .toList();
    return joined("employers never named", here, more);
  }

  private <T> List<T> joined(String label, List<T> here, List<T> more) {
    if (!more.isEmpty()) {
      added.add(label);
    }
    return Stream.concat(here.stream(), more.stream()).toList();
  }
}

package dev.peregrine.host.person;

import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resumes;
import java.util.List;
import java.util.Map;

/** Asks the person who they are, with what their résumé says already filled in. */
public final class Introduction {

  private final People people;
  private final Resumes resumes;

  /**
   * What a form begins with.
   *
   * @param seen the save that it was made from
   * @param fromResume whether something in it is from the résumé and not stored yet
   */
  public record Begun(int seen, Identity identity, boolean fromResume) {}

  public Introduction(People people, Resumes resumes) {
    this.people = people;
    this.resumes = resumes;
  }

  /** What is stored, and what the main résumé says where nothing is. */
  public Begun begin() {
    People.Stored<Person> stored = people.person();
    Person filled =
        resumes
            .current()
            .flatMap(resume -> ResumeJson.read(resume.document()))
            .map(document -> People.filled(stored.value(), document.basics()))
            .orElse(stored.value());
    Identity shown = Identity.of(filled);
    return new Begun(stored.version(), shown, !shown.equals(Identity.of(stored.value())));
  }

  /** What is wrong with it, as sentences by field; links are {@code link-address-N}. */
  public Map<String, String> errors(Identity identity) {
    return PersonForm.errors(identity.onto(Person.UNKNOWN));
  }

  /** Stores it, unless somebody saved since that version was looked at. */
  public boolean save(int seen, Identity identity) {
    return people.save(seen, identity.onto(people.person().value()));
  }

  /** What is stored now and differs, a line each. */
  public List<String> elsewhere(Identity identity) {
    Person stored = people.person().value();
    return PersonForm.differences(identity.onto(stored), stored);
  }
}

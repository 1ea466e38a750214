package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;

/** What the person says of themselves, said once. */
public final class PersonRoutes implements Routes {

  private final People people;

  public PersonRoutes(People people) {
    this.people = people;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/profile/person", this::show);
    routes.post("/profile/person", this::save);
    routes.post("/profile/person/draft", this::draft);
    routes.get("/profile/self", visit -> visit.show(self(visit, people.self(), "")));
    routes.post("/profile/self", this::saveSelf);
  }

  private void show(Visit visit) {
    People.Stored<Person> stored = people.person();
    visit.show(page(visit, stored.version(), stored.value(), false, List.of(), Map.of(), ""));
  }

  private static PersonPage page(
      Visit visit,
      int seen,
      Person person,
      boolean changed,
      List<String> elsewhere,
      Map<String, String> errors,
      String focus) {
    return new PersonPage(
        visit.shell(t("person.about-you"), "profile"),
        seen,
        person,
        changed,
        elsewhere,
        errors,
        focus);
  }

  private void draft(Visit visit) {
    String verb = visit.value("do");
    Person person = PersonForm.changed(PersonForm.read(visit), verb);
    String focus =
        switch (verb.split(" ")[0]) {
          case "add-link" -> "link-label-" + (person.links().size() - 1);
          case "add-mission" -> "mission-domain-" + (person.missions().size() - 1);
          case "remove-link" -> "add-link";
          default -> "add-mission";
        };
    visit.show(
        page(
            visit, (int) visit.number("seen").orElse(0), person, true, List.of(), Map.of(), focus));
  }

  private void save(Visit visit) {
    Person person = PersonForm.withoutBlanks(PersonForm.read(visit));
    int seen = (int) visit.number("seen").orElse(0);
    Map<String, String> errors = PersonForm.errors(person);
    if (!errors.isEmpty()) {
      visit.show(422, page(visit, seen, person, true, List.of(), errors, ""));
      return;
    }
    if (people.save(seen, person)) {
      visit.go("/profile", Toast.of(t("person.saved")));
      return;
    }
    People.Stored<Person> stored = people.person();
    visit.show(
        409,
        page(
            visit,
            stored.version(),
            person,
            true,
            PersonForm.differences(person, stored.value()),
            Map.of(),
            ""));
  }

  private static SelfPage self(Visit visit, People.Stored<SelfSaid> stored, String problem) {
    SelfSaid said = stored.value();
    return new SelfPage(
        visit.shell(t("person.only-you"), "profile"),
        stored.version(),
        List.of(
            new SelfPage.Question(
                "gender",
                t("person.f-gender"),
                said.gender(),
                List.of(t("person.woman"), t("person.man"), t("person.non-binary"))),
            new SelfPage.Question(
                "pronouns",
                t("person.f-pronouns"),
                said.pronouns(),
                List.of(t("person.she"), t("person.he"), t("person.they"))),
            new SelfPage.Question(
                "ethnicity", t("person.f-ethnicity"), said.ethnicity(), List.of()),
            new SelfPage.Question(
                "veteran",
                t("person.f-veteran"),
                said.veteran(),
                List.of(t("person.veteran-yes"), t("person.veteran-no"))),
            new SelfPage.Question(
                "disability",
                t("person.f-disability"),
                said.disability(),
                List.of(t("person.yes"), t("person.no")))),
        problem);
  }

  private void saveSelf(Visit visit) {
    var said =
        new SelfSaid(
            visit.value("gender"),
            visit.value("pronouns"),
            visit.value("ethnicity"),
            visit.value("veteran"),
            visit.value("disability"));
    if (people.save((int) visit.number("seen").orElse(0), said)) {
      visit.go("/profile", Toast.of(t("person.saved-self")));
      return;
    }
    visit.show(
        409,
        self(
            visit,
            new People.Stored<>(people.self().version(), said),
            t("person.another-window-self")));
  }
}

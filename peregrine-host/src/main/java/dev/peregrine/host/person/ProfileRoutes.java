package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person at a glance, and their résumés. */
public final class ProfileRoutes implements Routes {

  private final Resumes resumes;
  private final ResumeUploads uploads;
  private final People people;
  private final Scans scans;
  private final ResumeViews views;

  public ProfileRoutes(
      Resumes resumes, ResumeUploads uploads, Scans scans, People people, SearchProfiles profiles) {
    this.scans = scans;
    this.resumes = resumes;
    this.uploads = uploads;
    this.people = people;
    this.views = new ResumeViews(resumes, profiles);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(MenuEntry.of("profile", () -> t("person.profile"), Icon.PERSON, "/profile", 105));
    routes.setting(
        new SettingsEntry(
            SettingsGroup.PROFILE,
            () -> t("person.you-and-resumes"),
            "/profile",
            10,
            this::resumesSaid));
    routes.get("/profile", visit -> visit.show(page(visit, "")));
    routes.post("/profile/resumes", this::give);
  }

  private String resumesSaid() {
    List<String> names = resumes.all().stream().map(Resume::name).toList();
    return names.isEmpty() ? t("person.no-resume-yet") : String.join(" · ", names);
  }

  private void give(Visit visit) throws InterruptedException {
    switch (uploads.given(visit)) {
      case ResumeUploads.Given.Nothing nothing ->
          visit.show(422, page(visit, t("person.choose-first")));
      case ResumeUploads.Given.Unreadable unreadable ->
          visit.show(422, page(visit, unreadable.sentence()));
      case ResumeUploads.Given.Scan scan -> {
        if (scans.canRecognise()) {
          Scans.Waiting kept = scans.keep(scan.name(), scan.bytes(), OptionalLong.empty());
          visit.go("/profile/scans/" + kept.id());
        } else {
          visit.show(422, page(visit, scan.sentence() + " " + t("person.scan-with-tesseract")));
        }
      }
      case ResumeUploads.Given.Read read -> {
        Resume created = uploads.create("", read);
        visit.go(
            "/profile/resumes/" + created.id(),
            Toast.undoable(
                t("person.read-stored"),
                created.name(),
                "/profile/resumes/%d/remove".formatted(created.id())));
      }
    }
  }

  private ProfilePage page(Visit visit, String problem) {
    Person person = people.person().value();
    return new ProfilePage(
        visit.shell(t("person.profile"), "profile"),
        person.name(),
        person.headline(),
        facts(person),
        missing(person),
        resumes.all().stream().map(resume -> row(visit, resume)).toList(),
        visit.value("pasted"),
        problem);
  }

  private ProfilePage.Row row(Visit visit, Resume resume) {
    return new ProfilePage.Row(
        resume.id(),
        resume.name(),
        resume.main(),
        ResumeViews.said(resume, visit.times()),
        String.join(", ", views.searches(resume)),
        resume.file().isPresent());
  }

  private static List<ProfilePage.Fact> facts(Person person) {
    var facts = new ArrayList<ProfilePage.Fact>();
    fact(facts, t("person.f-email"), person.email());
    fact(facts, t("person.f-phone"), person.phone());
    fact(
        facts,
        t("person.f-home"),
        Stream.of(
                person.street(),
                (person.postalCode() + " " + person.town()).strip(),
                person.region(),
                person.country())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
    person.links().forEach(link -> fact(facts, link.label(), link.address()));
    fact(facts, t("person.f-notice"), person.notice());
    fact(facts, t("person.f-relocation"), person.relocation());
    fact(facts, t("person.f-may-work"), person.authorisation());
    fact(facts, t("person.f-pay"), person.salary());
    return facts;
  }

  private static void fact(List<ProfilePage.Fact> facts, String label, String value) {
    if (!value.isEmpty()) {
      facts.add(new ProfilePage.Fact(label, value));
    }
  }

  private static List<String> missing(Person person) {
    var missing = new ArrayList<String>();
    missing(missing, t("person.missing-name"), person.name());
    missing(missing, t("person.missing-email"), person.email());
    missing(missing, t("person.missing-phone"), person.phone());
    missing(missing, t("person.missing-notice"), person.notice());
    missing(missing, t("person.missing-authorisation"), person.authorisation());
    missing(missing, t("person.missing-salary"), person.salary());
    return missing;
  }

  private static void missing(List<String> missing, String what, String value) {
    if (value.isEmpty()) {
      missing.add(what);
    }
  }
}

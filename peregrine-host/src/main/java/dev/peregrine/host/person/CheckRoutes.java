package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;

/** Shows the person's file as an employer's program for applications sees it. */
public final class CheckRoutes implements Routes {

  private static final int SHOWN_LINES = 2_000;

  private final Resumes resumes;
  private final DocumentText documents;

  public CheckRoutes(Resumes resumes, DocumentText documents) {
    this.resumes = resumes;
    this.documents = documents;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/profile/resumes/{id}/check", this::show);
  }

  private void show(Visit visit) throws InterruptedException {
    Resume resume =
        resumes
            .findById(visit.id("id"))
            .orElseThrow(() -> new NoSuchPageException(t("person.what-resume"), visit.part("id")));
    ResumeFile file =
        resumes
            .file(resume)
            .orElseThrow(() -> new NoSuchPageException(t("person.what-file"), visit.part("id")));
    try {
      String plain = documents.read(file.bytes(), file.name());
      visit.show(page(visit, resume, file, plain));
    } catch (DocumentException unreadable) {
      visit.show(
          new CheckPage(
              visit.shell(t("person.ats-check"), "profile"),
              resume.id(),
              resume.name(),
              file.name(),
              "",
              List.of(),
              List.of(),
              List.of(),
              String.valueOf(unreadable.getMessage())));
    }
  }

  private static CheckPage page(Visit visit, Resume resume, ResumeFile file, String plain) {
    Reading reading = Reading.of(file);
    List<AtsCheck.Finding> findings =
        new AtsCheck(plain, reading, reading.resume(), OfficeParts.of(file.bytes())).findings();
    List<CheckPage.Item> toDo =
        findings.stream()
            .filter(finding -> finding.level() != AtsCheck.Level.FINE)
            .map(CheckRoutes::item)
            .toList();
    return new CheckPage(
        visit.shell(t("person.ats-check"), "profile"),
        resume.id(),
        resume.name(),
        file.name(),
        verdict(findings),
        toDo,
        findings.stream()
            .filter(finding -> finding.level() == AtsCheck.Level.FINE)
            .map(CheckRoutes::item)
            .toList(),
        plain
            .lines()
            .limit(SHOWN_LINES)
            .map(line -> new CheckPage.Line(line, AtsCheck.isUnmapped(line)))
            .toList(),
        "");
  }

  private static String verdict(List<AtsCheck.Finding> findings) {
    long lost = findings.stream().filter(f -> f.level() == AtsCheck.Level.LOST).count();
    long look = findings.stream().filter(f -> f.level() == AtsCheck.Level.LOOK).count();
    if (lost > 0) {
      return t("person.would-be-lost", "count", lost);
    }
    return look > 0 ? t("person.worth-a-look", "count", look) : t("person.all-readable");
  }

  private static CheckPage.Item item(AtsCheck.Finding finding) {
    return switch (finding.level()) {
      case FINE -> new CheckPage.Item(Icon.CHECK, "positive", finding.title(), finding.advice());
      case LOOK -> new CheckPage.Item(Icon.SEARCH, "caution", finding.title(), finding.advice());
      case LOST -> new CheckPage.Item(Icon.WARN, "danger", finding.title(), finding.advice());
    };
  }
}

package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.tailoring.ReadBack;
import dev.peregrine.host.tailoring.ResumeText;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;

/** Shows what is left of the résumé for a job when a program reads it from top to bottom. */
public final class TailorPlainRoutes implements Routes {

  private final Workspace workspace;
  private final Tailorings tailorings;
  private final ResumeReading reading;

  public TailorPlainRoutes(Workspace workspace, Tailorings tailorings, ResumeReading reading) {
    this.workspace = workspace;
    this.tailorings = tailorings;
    this.reading = reading;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/apply/{id}/resume/plain", this::show);
  }

  private void show(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    TailoredResume resume =
        tailorings
            .toSend(job.id())
            .orElseThrow(() -> new NoSuchPageException("résumé", visit.part("id")));
    String text = ResumeText.of(resume.document());
    List<ReadBack> back = ReadBack.of(resume.document(), read(text));
    visit.show(
        new TailorPlainPage(
            workspace.frame(visit, job, "resume"),
            back.stream().allMatch(part -> part.lost().isEmpty())
                ? t("tailoring.plain-all")
                : t("tailoring.plain-some"),
            back.stream().map(TailorPlainRoutes::part).toList(),
            text));
  }

  private ResumeDocument read(String text) throws InterruptedException {
    try {
      return reading.readText(text).document();
    } catch (DocumentException unreadable) {
      return ResumeDocument.EMPTY;
    }
  }

  private static TailorPlainPage.Part part(ReadBack back) {
    boolean fine = back.lost().isEmpty();
    return new TailorPlainPage.Part(
        fine ? Icon.CHECK : Icon.SEARCH,
        fine ? "positive" : "caution",
        t(
            "tailoring.plain-found",
            "what",
            name(back.part()),
            "found",
            back.found(),
            "all",
            back.all()),
        fine ? "" : t("tailoring.plain-lost", "what", String.join(", ", back.lost())));
  }

  private static String name(ReadBack.Part part) {
    return switch (part) {
      case CONTACT -> t("tailoring.plain-contact");
      case EMPLOYERS -> t("tailoring.plain-employers");
      case TITLES -> t("tailoring.plain-titles");
      case DATES -> t("tailoring.plain-dates");
      case SCHOOLS -> t("tailoring.plain-schools");
      case SKILLS -> t("tailoring.plain-skills");
    };
  }
}

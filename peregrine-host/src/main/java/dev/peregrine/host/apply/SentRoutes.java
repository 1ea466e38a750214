package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Sent;
import dev.peregrine.host.depots.Depots;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What was sent, seen again. */
public final class SentRoutes implements Routes {

  private final Applications applications;
  private final Jobs jobs;
  private final Depots depots;

  public SentRoutes(Applications applications, Jobs jobs, Depots depots) {
    this.applications = applications;
    this.jobs = jobs;
    this.depots = depots;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/apply/sent/{sent}", this::show);
    routes.get("/apply/sent/{sent}/letter", this::letter);
    routes.get("/apply/sent/{sent}/resume", this::resume);
    routes.get("/apply/sent/{sent}/files/{number}", this::file);
  }

  static String path(Sent sent) {
    return "/apply/sent/" + sent.id();
  }

  private Sent sent(Visit visit) {
    long id = visit.id("sent");
    return applications
        .findById(id)
        .orElseThrow(() -> new NoSuchPageException("application", Long.toString(id)));
  }

  private void show(Visit visit) {
    Sent sent = sent(visit);
    Content content = sent.content();
    Times times = visit.times();
    List<Content.FileThen> files = content.files();
    visit.show(
        new SentPage(
            visit.shell(t("apply.sent-title", "title", content.posting().title()), Workspace.MENU),
            sent.job(),
            content,
            times.day(sent.applied()),
            times.momentWithin(sent.made()),
            sent.move() != 0 && jobs.standingMoves(Set.of(sent.move())).isEmpty(),
            sent.intact(),
            sent.sha256(),
            content.letter().map(then -> paragraphs(then.text())).orElse(List.of()),
            path(sent) + "/letter",
            content
                .resume()
                .map(
                    then ->
                        t(
                            "apply.sent-resume-is",
                            "name",
                            then.name(),
                            "version",
                            then.version(),
                            "count",
                            then.changes()))
                .orElse(""),
            path(sent) + "/resume",
            IntStream.range(0, files.size())
                .mapToObj(i -> PaperLine.of(files.get(i), i + 1, path(sent) + "/files/" + (i + 1)))
                .toList(),
            depots.ofJob(sent.job()).stream()
                .filter(file -> file.stored().isPresent())
                .map(
                    file ->
                        new SentPage.Elsewhere(
                            depots.name(file.key()), file.name(), file.link().orElse("")))
                .toList(),
            files.stream()
                .filter(file -> applications.bytes(file).isEmpty())
                .map(Content.FileThen::name)
                .toList()));
  }

  private static List<List<String>> paragraphs(String text) {
    return List.of(text.strip().split("\\R\\s*\\R")).stream()
        .map(paragraph -> List.of(paragraph.split("\\R")))
        .toList();
  }

  private void letter(Visit visit) {
    Content.LetterThen letter =
        sent(visit)
            .content()
            .letter()
            .orElseThrow(() -> new NoSuchPageException("letter", visit.part("sent")));
    visit.download("letter.txt", letter.text());
  }

  private void resume(Visit visit) {
    Content.ResumeThen resume =
        sent(visit)
            .content()
            .resume()
            .orElseThrow(() -> new NoSuchPageException("résumé", visit.part("sent")));
    visit.download("resume.json", resume.json());
  }

  private void file(Visit visit) {
    List<Content.FileThen> files = sent(visit).content().files();
    long number = visit.id("number");
    if (number < 1 || number > files.size()) {
      throw new NoSuchPageException("file", Long.toString(number));
    }
    Content.FileThen file = files.get((int) number - 1);
    visit.download(
        file.name(),
        applications.bytes(file).orElseThrow(() -> new NoSuchPageException("file", file.name())));
  }
}

package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.mail.AddMailPage.Line;
import dev.peregrine.host.mail.AddMailPage.Pasted;
import dev.peregrine.host.mails.MailFiles;
import dev.peregrine.host.mails.MailFiles.Taken;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds mails from files, or one that was pasted. */
public final class AddMailRoutes implements Routes {

  private static final String HERE = MailRoutes.HERE + "/add";

  private final MailFiles files;

  /** More than that were meant. */
  private static final int MOST_UNDONE = 100;

  private final MailUploads uploads;
  private final Matching matching;

  public AddMailRoutes(MailFiles files, MailUploads uploads, Matching matching) {
    this.files = files;
    this.uploads = uploads;
    this.matching = matching;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, visit -> visit.show(page(visit, "", "", Pasted.NONE)));
    routes.postLarge(HERE + "/files", this::drop);
    routes.post(HERE + "/text", this::paste);
    routes.post(HERE + "/back", this::back);
    routes.findable(
        () ->
            Findable.at(Findable.Kind.ACTION, t("mail.add"), t("mail.add-about"), Icon.MAIL, HERE)
                .alsoBy(t("mail.add-words")));
  }

  private AddMailPage page(Visit visit, String problem, String pasteProblem, Pasted pasted) {
    return new AddMailPage(
        visit.shell(t("mail.add"), MailRoutes.MENU),
        problem,
        pasteProblem,
        pasted,
        uploads.lately().stream().map(task -> line(task, visit.times())).toList());
  }

  private static Line line(Task task, Times times) {
    boolean running = task.state().isLive();
    String says =
        running
            ? task.step().isEmpty() ? t("mail.files-wait") : task.step()
            : task.state() == TaskState.COMPLETED ? task.result() : task.error();
    return new Line(
        task.title(),
        says,
        times.moment(task.finished().orElse(task.created())),
        running,
        running ? "info" : task.state() == TaskState.COMPLETED ? "positive" : "caution");
  }

  private void drop(Visit visit) throws IOException, InterruptedException {
    MailUploads.Dropped dropped = uploads.take(visit);
    if (!dropped.refused().isEmpty() || dropped.files() == 0) {
      String problem =
          dropped.refused().isEmpty()
              ? t("mail.choose-files")
              : t("mail.refused-files", "names", String.join(", ", dropped.refused()));
      visit.show(422, page(visit, problem, "", Pasted.NONE));
      return;
    }
    Optional<Taken> taken = dropped.taken();
    if (taken.isEmpty()) {
      visit.go(HERE, Toast.of(t("mail.files-are-read")));
    } else {
      goTo(visit, taken.get());
    }
  }

  private static void goTo(Visit visit, Taken taken) {
    if (taken.ids().isEmpty()) {
      visit.go("/mail?box=account:files", Toast.of(t("mail.all-known", "count", taken.known())));
      return;
    }
    String path =
        taken.ids().size() == 1
            ? MailRoutes.HERE + "/" + taken.ids().getFirst()
            : "/mail?box=account:files";
    String says =
        t("mail.added", "count", taken.ids().size())
            + (taken.known() > 0 ? " " + t("mail.were-here", "count", taken.known()) : "");
    if (taken.ids().size() > MOST_UNDONE) {
      visit.go(path, Toast.of(says));
      return;
    }
    String ids = taken.ids().stream().map(String::valueOf).collect(Collectors.joining("."));
    visit.go(path, Toast.undoable(says, "", HERE + "/back?ids=" + ids));
  }

  private void back(Visit visit) throws InterruptedException {
    List<Long> ids =
        Arrays.stream(visit.value("ids").split("\\."))
            .filter(id -> id.matches("\\d{1,18}"))
            .limit(MOST_UNDONE)
            .map(Long::valueOf)
            .toList();
    visit.go(HERE, Toast.of(t("mail.forgotten", "count", matching.forget(ids))));
  }

  private void paste(Visit visit) throws InterruptedException {
    var pasted =
        new Pasted(
            visit.value("from"), visit.value("subject"), visit.value("at"), visit.value("text"));
    Optional<Instant> at = at(visit, pasted.at());
    String problem = problem(visit, pasted, at);
    if (!problem.isEmpty()) {
      visit.show(422, page(visit, "", problem, pasted));
      return;
    }
    goTo(visit, files.paste(pasted.from(), pasted.subject(), at, pasted.text()));
  }

  private static String problem(Visit visit, Pasted pasted, Optional<Instant> at) {
    if (pasted.text().isEmpty()) {
      return t("mail.paste-text");
    }
    if (!pasted.from().isEmpty() && MailFiles.address(pasted.from()).isEmpty()) {
      return t("mail.from-wrong", "typed", pasted.from());
    }
    if (!pasted.at().isEmpty() && at.isEmpty()) {
      return t("mail.at-wrong", "typed", pasted.at());
    }
    return at.filter(moment -> moment.isAfter(visit.times().now())).isPresent()
        ? t("mail.at-to-come")
        : "";
  }

  private static Optional<Instant> at(Visit visit, String typed) {
    try {
      return Optional.of(LocalDateTime.parse(typed))
          .filter(at -> at.getYear() >= 1990 && at.getYear() < 2200)
          .map(at -> at.atZone(visit.times().zone()).toInstant());
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}

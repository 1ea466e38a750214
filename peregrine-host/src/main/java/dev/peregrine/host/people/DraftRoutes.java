package dev.peregrine.host.people;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.replies.Replies;
import dev.peregrine.host.replies.Reply;
import dev.peregrine.host.replies.ReplyKind;
import dev.peregrine.host.replies.ReplyWriting;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.rounds.Thanks;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Drafts of messages on the tab People. Nothing is sent from here. */
public final class DraftRoutes implements Routes {

  private static final String HERE = "/interviews/{id}/people/draft/{kind}";
  private static final int LONGEST_WISH = 1_000;

  private final Interviews interviews;
  private final Contacts contacts;
  private final Rounds rounds;
  private final ReplyWriting writing;
  private final Replies replies;
  private final DraftViews views;
  private final PeopleViews pages;

  public DraftRoutes(
      Interviews interviews, Contacts contacts, Jobs jobs, Rounds rounds, ReplyWriting writing) {
    this.interviews = interviews;
    this.contacts = contacts;
    this.rounds = rounds;
    this.writing = writing;
    this.replies = writing.replies();
    this.views = new DraftViews(writing, contacts);
    this.pages = new PeopleViews(interviews, contacts, jobs, writing);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.post(HERE, this::save);
    routes.get(HERE + "/writing", this::look);
    routes.post(HERE + "/write", this::write);
    routes.post(HERE + "/stop", this::stop);
    routes.post(HERE + "/take", this::take);
    routes.post(HERE + "/untake", this::untake);
    routes.post(HERE + "/leave", this::leave);
    routes.post(HERE + "/sent", this::sent);
    routes.post(HERE + "/unsent", this::unsent);
    routes.post(HERE + "/remove", this::remove);
    routes.post(HERE + "/back", this::bringBack);
  }

  private static ReplyKind kind(Visit visit) {
    String key = visit.part("kind");
    return ReplyKind.find(key).orElseThrow(() -> new NoSuchPageException("draft", key));
  }

  private static void back(Visit visit, Toast toast) {
    visit.go(DraftViews.page(visit.id("id"), kind(visit)), toast);
  }

  private static void back(Visit visit) {
    visit.go(DraftViews.page(visit.id("id"), kind(visit)));
  }

  /** What stands in the form is stored before anything else is done with it. */
  private Replies.Saving typed(Visit visit, Job job) {
    ReplyKind kind = kind(visit);
    Reply shown = writing.draft(job, kind);
    String text = visit.typed("text");
    if (text == null) {
      return new Replies.Saving.Done(shown);
    }
    String subject = visit.value("subject");
    boolean untouched =
        !shown.isStored()
            && shown.text().strip().equals(text.replace("\r\n", "\n").strip())
            && shown.subject().equals(subject);
    return untouched
        ? new Replies.Saving.Done(shown)
        : replies.save(job.id(), kind, (int) visit.number("seen").orElse(0), subject, text);
  }

  private void save(Visit visit) {
    Job job = interviews.job(visit);
    switch (typed(visit, job)) {
      case Replies.Saving.Done done -> {
        if (visit.wantsParts()) {
          visit.parts(views.saved(job, done.reply(), ""));
        } else {
          back(visit, Toast.of(t("replies.saved")));
        }
      }
      case Replies.Saving.Overtaken overtaken -> overtaken(visit, job, overtaken.inUse());
    }
  }

  /** The second window keeps its text, and may put it in the place of the other. */
  private void overtaken(Visit visit, Job job, Reply inUse) {
    var mine =
        new Reply(
            inUse.job(),
            inUse.kind(),
            visit.value("subject"),
            Optional.ofNullable(visit.typed("text")).orElse(""),
            inUse.version(),
            inUse.suggestion(),
            inUse.suggestedBy());
    if (visit.wantsParts()) {
      visit.parts(views.saved(job, mine, t("replies.overtaken")));
    } else {
      DraftCard card = views.card(job, mine, t("replies.overtaken"), visit.token());
      visit.show(409, pages.page(visit, job, card));
    }
  }

  private void look(Visit visit) {
    Job job = interviews.job(visit);
    visit.parts(views.writing(job, kind(visit), visit.has("seen"), visit.token()));
  }

  private void write(Visit visit) {
    Job job = interviews.job(visit);
    if (typed(visit, job) instanceof Replies.Saving.Overtaken overtaken) {
      overtaken(visit, job, overtaken.inUse());
      return;
    }
    if (writing.canWrite()) {
      String wish = visit.value("wish");
      writing.begin(
          job, kind(visit), wish.length() > LONGEST_WISH ? wish.substring(0, LONGEST_WISH) : wish);
    }
    back(visit);
  }

  private void stop(Visit visit) {
    writing.stop(interviews.job(visit).id(), kind(visit));
    back(visit);
  }

  private void take(Visit visit) {
    Job job = interviews.job(visit);
    ReplyKind kind = kind(visit);
    Optional<Reply> taken = replies.take(job.id(), kind);
    back(
        visit,
        taken
            .map(
                reply ->
                    Toast.undoable(
                        t("replies.taken"),
                        "",
                        "%s/untake?version=%d"
                            .formatted(DraftViews.path(job.id(), kind), reply.version())))
            .orElseGet(() -> Toast.of(t("replies.gone"))));
  }

  private void untake(Visit visit) {
    int version = (int) visit.number("version").orElse(0);
    boolean done = replies.putBack(interviews.job(visit).id(), kind(visit), version);
    back(visit, Toast.of(done ? t("replies.put-back") : t("replies.changed-since")));
  }

  private void leave(Visit visit) {
    replies.suggest(interviews.job(visit).id(), kind(visit), "", "");
    back(visit);
  }

  /** The person says that they sent it; it goes to the log. */
  private void sent(Visit visit) {
    Job job = interviews.job(visit);
    ReplyKind kind = kind(visit);
    if (typed(visit, job) instanceof Replies.Saving.Overtaken overtaken) {
      overtaken(visit, job, overtaken.inUse());
      return;
    }
    Reply draft = writing.draft(job, kind);
    Optional<Said> last = contacts.log(job.id()).stream().map(LogEntry::said).findFirst();
    LogEntry entry =
        contacts.add(
            job.id(),
            new Said(
                last.map(Said::contact).orElse(OptionalLong.empty()),
                Direction.OUT,
                Channel.MAIL,
                visit.times().now(),
                last.map(Said::who).orElse(""),
                draft.subject(),
                draft.text(),
                Said.Origin.HAND));
    replies.remove(job.id(), kind);
    String thanked = kind == ReplyKind.THANKS ? thanked(job, visit.times().now()) : "";
    visit.go(
        PeopleRoutes.path(job.id()),
        Toast.undoable(
            t("replies.noted-as-sent"),
            draft.subject(),
            "%s/unsent?entry=%d%s"
                .formatted(DraftViews.path(job.id(), kind), entry.id(), thanked)));
  }

  /**
   * Notes at the last round that its people were thanked; what undoes it, as part of an address.
   */
  private String thanked(Job job, Instant now) {
    return rounds.of(job.id()).stream()
        .filter(round -> round.isOver(now) && round.thanks().sent().isEmpty())
        .reduce((first, second) -> second)
        .map(
            round ->
                rounds.save(
                    round.id(),
                    round.version(),
                    round.plan().withThanks(new Thanks(round.thanks().wanted(), Optional.of(now)))))
        .map(
            end ->
                switch (end) {
                  case Rounds.Saving.Done done -> undo(done.round());
                  case Rounds.Saving.Overtaken overtaken -> "";
                  case Rounds.Saving.Gone gone -> "";
                })
        .orElse("");
  }

  private static String undo(Round round) {
    return "&round=%d&version=%d".formatted(round.id(), round.version());
  }

  private void unsent(Visit visit) {
    Job job = interviews.job(visit);
    visit.number("entry").stream()
        .mapToObj(contacts::findEntry)
        .flatMap(Optional::stream)
        .filter(entry -> entry.job() == job.id())
        .forEach(entry -> contacts.remove(entry.id()));
    OptionalLong round = visit.number("round");
    boolean isTheirs =
        round.isPresent()
            && rounds.findById(round.getAsLong()).filter(r -> r.job() == job.id()).isPresent();
    boolean back =
        !isTheirs || rounds.undo(round.getAsLong(), (int) visit.number("version").orElse(-1));
    replies.bringBack(job.id(), kind(visit));
    back(visit, Toast.of(back ? t("replies.put-back") : t("replies.changed-since")));
  }

  private void remove(Visit visit) {
    Job job = interviews.job(visit);
    ReplyKind kind = kind(visit);
    writing.stop(job.id(), kind);
    replies.remove(job.id(), kind);
    visit.go(
        PeopleRoutes.path(job.id()),
        Toast.undoable(
            t("people.removed"),
            DraftViews.title(kind),
            DraftViews.path(job.id(), kind) + "/back"));
  }

  private void bringBack(Visit visit) {
    replies.bringBack(interviews.job(visit).id(), kind(visit));
    back(visit);
  }
}

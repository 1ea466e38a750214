package dev.peregrine.host.people;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.letters.Placeholders;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.replies.Reply;
import dev.peregrine.host.replies.ReplyKind;
import dev.peregrine.host.replies.ReplyState;
import dev.peregrine.host.replies.ReplyWriting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a draft together as the page shows it. */
final class DraftViews {

  /** Longer addresses are refused by mail programs. */
  private static final int LONGEST_ADDRESS = 1_900;

  private final ReplyWriting writing;
  private final Contacts contacts;

  DraftViews(ReplyWriting writing, Contacts contacts) {
    this.writing = writing;
    this.contacts = contacts;
  }

  static String path(long job, ReplyKind kind) {
    return "%s/draft/%s".formatted(PeopleRoutes.path(job), kind.key());
  }

  static String page(long job, ReplyKind kind) {
    return "%s?draft=%s".formatted(PeopleRoutes.path(job), kind.key());
  }

  static String title(ReplyKind kind) {
    return switch (kind) {
      case REPLY -> t("replies.reply");
      case FOLLOW_UP -> t("replies.follow-up");
      case THANKS -> t("replies.thanks");
    };
  }

  /** Each kind with whether there is a draft of it. */
  List<PeoplePage.Kind> kinds(Job job, Optional<ReplyKind> here) {
    List<ReplyKind> stored = writing.replies().of(job.id()).stream().map(Reply::kind).toList();
    return Arrays.stream(ReplyKind.values())
        .map(
            kind ->
                new PeoplePage.Kind(
                    title(kind),
                    page(job.id(), kind) + "#draft",
                    stored.contains(kind),
                    here.filter(kind::equals).isPresent()))
        .toList();
  }

  DraftCard card(Job job, ReplyKind kind, String token) {
    return card(job, writing.draft(job, kind), "", token);
  }

  /**
   * @param draft as it is to be shown
   * @param overtaken what another window did; empty for nothing
   */
  DraftCard card(Job job, Reply draft, String overtaken, String token) {
    int places = Placeholders.in(draft.text()).size();
    return new DraftCard(
        path(job.id(), draft.kind()),
        title(draft.kind()),
        draft.subject(),
        draft.text(),
        places == 0 ? "" : t("replies.places", "count", places),
        draft.isStored(),
        saved(job, draft, overtaken),
        writing(job, draft.kind(), false, token),
        draft.suggestion(),
        draft.suggestedBy(),
        writing.canWrite() ? "" : t("replies.no-model"));
  }

  DraftSavedPart saved(Job job, Reply draft, String overtaken) {
    String said = draft.isStored() ? t("replies.saved") : t("replies.by-rules");
    String begin = "mailto:" + encoded(to(job)) + "?subject=" + encoded(draft.subject());
    String whole = begin + "&body=" + encoded(draft.text().replace("\n", "\r\n"));
    boolean isLong = whole.length() > LONGEST_ADDRESS;
    return new DraftSavedPart(
        path(job.id(), draft.kind()),
        draft.version(),
        said,
        overtaken,
        isLong ? begin : whole,
        isLong,
        draft.text());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The address of whoever was in touch last, else of anybody there; empty for nobody. */
  private String to(Job job) {
    List<Contact> people = contacts.people(Contacts.company(job));
    Stream<Contact> touched =
        contacts.log(job.id()).stream()
            .map(LogEntry::said)
            .map(Said::contact)
            .flatMap(
                id ->
                    people.stream().filter(each -> id.isPresent() && id.getAsLong() == each.id()));
    return Stream.concat(touched, people.stream())
        .map(contact -> contact.details().mail())
        .filter(mail -> !mail.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * @param seen whether the page saw something being written
   */
  DraftWritingPart writing(Job job, ReplyKind kind, boolean seen, String token) {
    Optional<ReplyState> state = writing.state(job.id(), kind);
    return new DraftWritingPart(
        path(job.id(), kind),
        page(job.id(), kind),
        state.filter(each -> each.error().isEmpty()).isPresent(),
        state.map(ReplyState::backend).orElse(""),
        state.map(ReplyState::text).orElse(""),
        state.map(ReplyState::error).orElse(""),
        seen && state.isEmpty(),
        token);
  }
}

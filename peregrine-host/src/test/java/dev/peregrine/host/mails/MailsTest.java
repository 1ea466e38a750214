package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailsTest {

  @TempDir Path folder;
  private TestHome home;
  private Mails mails;
  private MailFolder inbox;
  private Instant longAgo;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    mails = new Mails(home.databases(), new Live(), home.clock());
    longAgo = home.now().minus(Duration.ofDays(3_650));
    inbox = home.with(() -> mails.folder("home", "INBOX", FolderRole.INBOX));
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static ReadMail mail(String id, String subject) {
    return new ReadMail(
        id.isEmpty() ? Optional.empty() : Optional.of(id),
        List.of("before@b"),
        Optional.of(new Address("hr@kontor.example", Optional.of("Kontor"))),
        List.of(Address.of("me@home.example")),
        subject,
        Optional.of(Instant.parse("2026-11-01T09:00:00Z")),
        "Text",
        "> quoted",
        Optional.of("<p>Text</p>"),
        List.of("BEGIN:VCALENDAR"),
        List.of(),
        Map.of("list-id", "x"),
        99,
        Set.of());
  }

  private Long stored(MailFolder where, long uid, ReadMail mail) {
    return home.with(
            () ->
                mails.store(where, List.of(new Incoming(Optional.of(uid), Optional.empty(), mail))))
        .getFirst();
  }

  private Outcome outcome(long id) {
    return home.with(() -> mails.findById(id).orElseThrow().outcome());
  }

  private long job() {
    var jobs = new Jobs(home.databases(), new Live(), home.clock());
    Posting posting = Posting.of("1", "Clerk", URI.create("https://village.example/1"));
    var found = new Found(posting, "village", OptionalLong.empty(), Optional.empty());
    return home.with(() -> jobs.store(List.of(found)).getFirst().job());
  }

  @Test
  void aMailComesBackAsItWasKept() {
    long id = stored(inbox, 7, mail("a@b", "Hello"));

    Mail kept = home.with(() -> mails.findById(id).orElseThrow());

    assertThat(kept.message().text()).isEqualTo("Text");
    assertThat(kept.message().quoted()).isEqualTo("> quoted");
    assertThat(kept.message().html()).contains("<p>Text</p>");
    assertThat(kept.message().calendar()).containsExactly("BEGIN:VCALENDAR");
    assertThat(kept.message().headers()).containsEntry("list-id", "x");
    assertThat(kept.from()).contains(new Address("hr@kontor.example", Optional.of("Kontor")));
    assertThat(kept.references()).containsExactly("before@b");
    assertThat(kept.received()).isEqualTo(Instant.parse("2026-11-01T09:00:00Z"));
    assertThat(kept.thread()).isEqualTo(id);
    assertThat(kept.outcome()).isEqualTo(Outcome.NEW);
  }

  @Test
  void aMessageOfAFolderIsKeptOnceAndTheSameMailElsewhereIsACopy() {
    long id = stored(inbox, 7, mail("a@b", "Hello"));
    MailFolder other = home.with(() -> mails.folder("home", "Jobs", FolderRole.CHOSEN));

    List<Long> again =
        home.with(
            () ->
                mails.store(
                    inbox,
                    List.of(
                        new Incoming(Optional.of(7L), Optional.empty(), mail("a@b", "Hello")))));
    long copy = stored(other, 1, mail("a@b", "Hello"));
    long sharedId = stored(inbox, 8, mail("a@b", "Something else"));

    assertThat(again).isEmpty();
    assertThat(outcome(copy)).isEqualTo(Outcome.COPY);
    assertThat(home.with(() -> mails.findById(copy).orElseThrow().copyOf())).hasValue(id);
    assertThat(outcome(sharedId)).isEqualTo(Outcome.NEW);
  }

  @Test
  void whatIsFoundOutDecidesTheOutcomeAndWhatThePersonSaysOutweighsIt() {
    long id = stored(inbox, 7, mail("a@b", "Hello"));
    long job = job();

    judge(id, MailLabel.INTERVIEW_SCHEDULED, 0.4);
    assertThat(outcome(id)).isEqualTo(Outcome.UNCERTAIN);
    judge(id, MailLabel.INTERVIEW_SCHEDULED, 0.9);
    assertThat(outcome(id)).isEqualTo(Outcome.WAITING);
    home.run(() -> mails.settle(List.of(id), true));
    assertThat(outcome(id)).isEqualTo(Outcome.DONE);
    home.run(() -> mails.settle(List.of(id), false));
    assertThat(outcome(id)).isEqualTo(Outcome.WAITING);

    home.run(() -> mails.judge(Map.of(id, Judged.bySaying(MailLabel.NEUTRAL))));
    judge(id, MailLabel.REJECTED, 1);
    assertThat(outcome(id)).isEqualTo(Outcome.UNMATCHED);
    home.run(
        () -> mails.belongs(id, Optional.of(new Belonging(job, "sender", "kontor.example", 0.8))));
    assertThat(outcome(id)).isEqualTo(Outcome.MATCHED);
    home.run(() -> mails.belongsToNone(id));
    home.run(() -> mails.belongs(id, Optional.of(new Belonging(job, "sender", "k", 0.8))));
    assertThat(outcome(id)).isEqualTo(Outcome.UNMATCHED);
  }

  @Test
  void whatThePersonSaidIsTakenBackAndWhatWasFoundOutCountsAgain() {
    long id = stored(inbox, 7, mail("a@b", "Hello"));
    long unjudged = stored(inbox, 8, mail("c@d", "Hello"));
    judge(id, MailLabel.REJECTED, 0.9);
    List<Long> both = List.of(id, unjudged);

    home.run(
        () -> {
          mails.judge(Map.of(id, Judged.bySaying(MailLabel.OFFER_RECEIVED)));
          mails.judge(
              Map.of(
                  id,
                  Judged.bySaying(MailLabel.UNRELATED),
                  unjudged,
                  Judged.bySaying(MailLabel.UNRELATED)));
        });
    assertThat(outcome(id)).isEqualTo(Outcome.NOT_JOB_MAIL);
    home.run(() -> mails.unsay(both));

    assertThat(home.with(() -> mails.findById(id).orElseThrow().judged()))
        .contains(new Judged(MailLabel.REJECTED, 0.9, List.of("x"), "rules", 1));
    assertThat(outcome(id)).isEqualTo(Outcome.WAITING);
    assertThat(outcome(unjudged)).isEqualTo(Outcome.NEW);

    long job = job();
    home.run(() -> mails.belongs(id, Optional.of(Belonging.bySaying(job))));
    home.run(() -> mails.unsayBelonging(id));
    home.run(() -> mails.belongs(id, Optional.of(new Belonging(job, "sender", "k", 0.8))));
    home.run(() -> mails.unsayBelonging(id));
    assertThat(home.with(() -> mails.findById(id).orElseThrow().belonging()))
        .contains(new Belonging(job, "sender", "k", 0.8));
  }

  @Test
  void aFilterFindsAndCountsTheSameMails() {
    MailFolder other = home.with(() -> mails.folder("work", "INBOX", FolderRole.INBOX));
    long offer = stored(inbox, 1, mail("a@b", "100 % yours"));
    stored(inbox, 2, mail("c@d", "Hello"));
    long here = stored(other, 1, mail("e@f", "Hello"));
    judge(offer, MailLabel.OFFER_RECEIVED, 0.9);
    MailFilter all = MailFilter.ALL;

    assertThat(found(all.withWords(Optional.of("100 % Y")))).containsExactly(offer);
    assertThat(found(all.withWords(Optional.of("TEXT")))).hasSize(3);
    assertThat(found(all.withWords(Optional.of("%_")))).isEmpty();
    assertThat(found(all.withAccount(Optional.of("work")))).containsExactly(here);
    assertThat(found(all.withFolder(OptionalLong.of(inbox.id())))).hasSize(2);
    assertThat(found(all.withLabel(Optional.of(MailLabel.OFFER_RECEIVED)))).containsExactly(offer);
    assertThat(found(all.withOutcome(Optional.of(Outcome.NEW)))).hasSize(2);
    assertThat(found(all.withSince(Optional.of(home.now())))).isEmpty();
    assertThat(home.with(() -> mails.tally(all)))
        .containsOnly(
            Map.entry(inbox.id(), Map.of(Outcome.WAITING, 1L, Outcome.NEW, 1L)),
            Map.entry(other.id(), Map.of(Outcome.NEW, 1L)));
  }

  private List<Long> found(MailFilter filter) {
    return home.with(() -> mails.page(filter, Optional.empty(), 10)).stream()
        .map(MailRow::id)
        .toList();
  }

  @Test
  void whatTheServerHasIsToldFromWhatLeftTheTimeThatIsRead() {
    stored(inbox, 1, mail("a@b", "Old"));
    stored(inbox, 2, mail("c@d", "Deleted there"));
    stored(inbox, 3, mail("e@f", "There"));
    MailFolder files = home.with(() -> mails.folder(MailFolder.FILES, "x", FolderRole.FILES));
    home.with(
        () ->
            mails.store(
                files,
                List.of(new Incoming(Optional.empty(), Optional.empty(), mail("g@h", "File")))));
    Instant after = Instant.parse("2026-11-01T09:00:00Z");

    assertThat(home.with(() -> mails.gone(inbox, after.plusSeconds(1), List.of(3L)))).isZero();
    assertThat(home.with(() -> mails.tally(MailFilter.HELD)))
        .containsOnly(
            Map.entry(inbox.id(), Map.of(Outcome.NEW, 1L)),
            Map.entry(files.id(), Map.of(Outcome.NEW, 1L)));
    assertThat(home.with(() -> mails.gone(inbox, after, List.of(1L, 3L)))).isEqualTo(1);
    assertThat(home.with(() -> mails.tally(MailFilter.HELD)).get(inbox.id()))
        .isEqualTo(Map.of(Outcome.NEW, 2L));
    assertThat(home.with(() -> mails.tally(MailFilter.ALL)).get(inbox.id()))
        .isEqualTo(Map.of(Outcome.NEW, 3L));
  }

  @Test
  void whatThePersonSaidOfMailsCanBeLearntFrom() {
    long judged = stored(inbox, 7, mail("a@b", "Judged"));
    long said = stored(inbox, 8, mail("c@d", "Said"));
    judge(judged, MailLabel.REJECTED, 0.9);
    home.run(() -> mails.judge(Map.of(said, Judged.bySaying(MailLabel.OFFER_RECEIVED))));

    assertThat(home.with(() -> mails.corrections(10)))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.message().text()).isEqualTo("Text");
              assertThat(mail.judged().map(Judged::label)).contains(MailLabel.OFFER_RECEIVED);
            });
  }

  private void judge(long id, MailLabel label, double confidence) {
    home.run(
        () -> mails.judge(Map.of(id, new Judged(label, confidence, List.of("x"), "rules", 1))));
  }

  @Test
  void whatTheServerNoLongerHasIsGoneAndCountsAddUpToWhatItHas() {
    MailFolder read =
        new MailFolder(
            inbox.id(),
            "home",
            "INBOX",
            FolderRole.INBOX,
            5,
            11,
            OptionalLong.empty(),
            10,
            Optional.empty());
    var incoming = new ArrayList<Incoming>();
    LongStream.rangeClosed(1, 10)
        .forEach(
            uid ->
                incoming.add(
                    new Incoming(
                        Optional.of(uid),
                        Optional.empty(),
                        uid == 4 ? ReadMail.unreadable(3) : mail("m" + uid, "S" + uid))));
    home.run(
        () -> {
          mails.reached(read);
          mails.store(read, incoming);
        });

    int gone =
        home.with(() -> mails.gone(read, longAgo, LongStream.rangeClosed(3, 10).boxed().toList()));

    assertThat(gone).isEqualTo(2);
    assertThat(home.with(() -> mails.counts(longAgo)))
        .containsEntry(Outcome.NEW, 7L)
        .containsEntry(Outcome.UNREADABLE, 1L);
    assertThat(home.with(() -> mails.kept(read, longAgo))).isEqualTo(8);
    assertThat(home.with(() -> mails.folders())).containsExactly(read);
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrOverlap() {
    for (long uid = 1; uid <= 7; uid++) {
      stored(inbox, uid, mail("m" + uid, "S" + uid));
    }

    List<MailRow> first =
        home.with(() -> mails.page(Optional.empty(), longAgo, Optional.empty(), 4));
    List<MailRow> second =
        home.with(() -> mails.page(Optional.empty(), longAgo, Optional.of(first.getLast()), 4));

    assertThat(first).extracting(MailRow::subject).containsExactly("S7", "S6", "S5", "S4");
    assertThat(second).extracting(MailRow::subject).containsExactly("S3", "S2", "S1");
    assertThat(home.with(() -> mails.page(Optional.of(Outcome.DONE), longAgo, Optional.empty(), 4)))
        .isEmpty();
  }
}

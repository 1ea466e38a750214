package dev.peregrine.host.classifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.host.discovery.BoardJar;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.Eventually;
import dev.peregrine.host.llm.LlmHome;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.mails.ReadMail;
import dev.peregrine.host.tasks.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(ScriptedModel.SENT)
class ClassifyingTest {

  private static final String PLAIN = "ClassifierDescriptor.of(about, 1)";
  private static final String NO_TRAINING = "return Optional.empty();";

  /** Sure of rejections, of nothing else; some mails are too much for it. */
  private static final String STRICT =
      """
      if (mail.subject().contains("poison")) throw new IllegalStateException("poison");
      return mail.subject().contains("no") ? verdict(MailLabel.REJECTED, 0.9) : verdict(MailLabel.NEUTRAL, 0.3);
      """;

  @TempDir Path root;
  private LlmHome home;
  private Mails mails;
  private Arrivals arrivals;
  private Classifying classifying;

  private void start(BoardJar jar) {
    jar.into(root.resolve("shipped"));
    home = new LlmHome(root);
    mails = new Mails(home.home.databases(), new Live(), home.home.clock());
    arrivals = new Arrivals(mails);
    classifying =
        new Classifying(
            home.home.databases(),
            home.tasks,
            mails,
            arrivals,
            home.plugins,
            home.contexts,
            home.llms);
  }

  private void again(BoardJar jar) {
    home.close();
    start(jar);
    home.tenant.run(classifying::start);
    quiet();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private List<Long> take(String... subjects) throws Exception {
    return home.in(
        () -> {
          MailFolder folder = mails.folder(MailFolder.FILES, "dropped", FolderRole.FILES);
          var incoming = new ArrayList<Incoming>();
          for (String subject : subjects) {
            incoming.add(
                new Incoming(
                    Optional.empty(),
                    Optional.empty(),
                    ReadMail.pasted(Optional.empty(), subject, Optional.empty(), "Text.")));
          }
          return arrivals.take(folder, incoming);
        });
  }

  private Mail mail(long id) throws Exception {
    return home.in(() -> mails.findById(id).orElseThrow());
  }

  private Judged judged(long id) throws Exception {
    return mail(id).judged().orElseThrow();
  }

  private void quiet() {
    Eventually.so(
        () -> {
          try {
            return home.in(home.tasks::active).isEmpty();
          } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }

  @Test
  void aMailIsJudgedWhenItComesAndTheNextClassifierGetsOnlyWhatStayedUncertain() throws Exception {
    start(
        new BoardJar()
            .classifier("alpha", PLAIN, STRICT, NO_TRAINING)
            .classifier(
                "beta",
                PLAIN,
                "return verdict(MailLabel.DIGEST, mail.subject().contains(\"jobs\") ? 0.7 : 0.2);",
                NO_TRAINING));

    List<Long> ids = take("no", "jobs", "hm");

    assertThat(judged(ids.get(0)).classifier()).isEqualTo("alpha");
    assertThat(mail(ids.get(0)).outcome()).isEqualTo(Outcome.WAITING);
    assertThat(judged(ids.get(1)).label()).isEqualTo(MailLabel.DIGEST);
    assertThat(mail(ids.get(1)).outcome()).isEqualTo(Outcome.DIGEST);
    assertThat(judged(ids.get(2)))
        .extracting(Judged::classifier, Judged::confidence)
        .as("of what stays uncertain the surest counts")
        .containsExactly("alpha", 0.3);
    assertThat(mail(ids.get(2)).outcome()).isEqualTo(Outcome.UNCERTAIN);
  }

  @Test
  void aClassifierThatFailsOnAMailCostsThatVerdictAndNoMail() throws Exception {
    start(new BoardJar().classifier("alpha", PLAIN, STRICT, NO_TRAINING));

    List<Long> ids = take("no", "poison", "no more");

    assertThat(judged(ids.get(0)).label()).isEqualTo(MailLabel.REJECTED);
    assertThat(mail(ids.get(1)).outcome()).isEqualTo(Outcome.NEW);
    assertThat(judged(ids.get(2)).label()).isEqualTo(MailLabel.REJECTED);
  }

  @Test
  void aBrokenClassifierLeavesTheMailsToTheNextOne() throws Exception {
    start(
        new BoardJar()
            .classifier("alpha", PLAIN, "throw new IllegalStateException(\"no\");", NO_TRAINING)
            .classifier("beta", PLAIN, STRICT, NO_TRAINING));

    List<Long> ids = take("no 1", "no 2", "no 3", "no 4");

    for (long id : ids) {
      assertThat(judged(id).classifier()).isEqualTo("beta");
    }
  }

  @Test
  void aLabelThatTheClassifierDidNotPromiseIsNoVerdict() throws Exception {
    start(
        new BoardJar()
            .classifier(
                "alpha", PLAIN + ".withLabels(Set.of(MailLabel.DIGEST))", STRICT, NO_TRAINING));

    assertThat(mail(take("no").getFirst()).outcome()).isEqualTo(Outcome.NEW);
  }

  @Test
  void aNewRevisionJudgesAgainExceptWhatThePersonSaidOrDecided() throws Exception {
    start(new BoardJar().classifier("alpha", PLAIN, STRICT, NO_TRAINING));
    List<Long> ids = take("no 1", "no 2", "no 3");
    home.tenant.run(() -> mails.judge(Map.of(ids.get(1), Judged.bySaying(MailLabel.UNRELATED))));
    home.tenant.run(() -> mails.settle(List.of(ids.get(2)), true));
    quiet();

    again(
        new BoardJar()
            .classifier(
                "alpha",
                "ClassifierDescriptor.of(about, 2)",
                "return verdict(MailLabel.OFFER_RECEIVED, 0.8);",
                NO_TRAINING));

    assertThat(judged(ids.get(0)).label()).isEqualTo(MailLabel.OFFER_RECEIVED);
    assertThat(judged(ids.get(1)).label()).isEqualTo(MailLabel.UNRELATED);
    assertThat(judged(ids.get(2)).label()).isEqualTo(MailLabel.REJECTED);
    assertThat(home.in(() -> home.tasks.recent(1)).getFirst().result()).isEqualTo("1 mail judged.");
  }

  @Test
  void withTheSameClassifiersNothingIsJudgedTwice() throws Exception {
    start(new BoardJar().classifier("alpha", PLAIN, STRICT, NO_TRAINING));
    List<Long> _ = take("no", "hm");

    again(new BoardJar().classifier("alpha", PLAIN, STRICT, NO_TRAINING));

    assertThat(home.in(() -> home.tasks.recent(10))).isEmpty();
  }

  @Test
  void whatThePersonSaysIsLearntAndTakenBackIsForgotten() throws Exception {
    start(
        new BoardJar()
            .classifier(
                "alpha",
                PLAIN + ".thatLearns()",
                """
                return context.learnt().isPresent()
                    ? verdict(MailLabel.of(context.learnt().get().name()).orElseThrow(), 0.7)
                    : verdict(MailLabel.NEUTRAL, 0.3);
                """,
                "return Optional.of(new Blob(context.corrections().getFirst().label().key(), \"text/plain\", new byte[1]));"));
    List<Long> ids = take("one", "two");
    assertThat(mail(ids.get(1)).outcome()).isEqualTo(Outcome.UNCERTAIN);

    home.tenant.run(() -> mails.judge(Map.of(ids.get(0), Judged.bySaying(MailLabel.DIGEST))));
    quiet();

    assertThat(judged(ids.get(1)).label()).isEqualTo(MailLabel.DIGEST);
    assertThat(mail(ids.get(1)).outcome()).isEqualTo(Outcome.DIGEST);
    home.tenant.run(() -> mails.unsay(List.of(ids.get(0))));
    quiet();
    assertThat(judged(ids.get(1)).label()).isEqualTo(MailLabel.NEUTRAL);
    assertThat(judged(ids.get(0)).label()).isEqualTo(MailLabel.NEUTRAL);
  }

  @Test
  void aModelIsAskedOnlyAboutWhatStaysUncertain() throws Exception {
    start(
        new BoardJar()
            .classifier("alpha", PLAIN, STRICT, NO_TRAINING)
            .classifier(
                "asking",
                PLAIN + ".thatUsesLlm()",
                """
                if (mail.subject().contains("no")) throw new IllegalStateException("asked of a sure one");
                return verdict(MailLabel.INTERVIEW_SCHEDULED, context.llm().isPresent() ? 0.9 : 0.1);
                """,
                NO_TRAINING));
    List<Long> without = take("no", "hm");
    quiet();
    assertThat(judged(without.get(1)).label()).as("no model").isEqualTo(MailLabel.NEUTRAL);

    home.scripts("say:yes");
    List<Long> with = take("no", "well");
    quiet();

    assertThat(judged(with.get(0)).classifier()).isEqualTo("alpha");
    assertThat(judged(with.get(1)).label()).isEqualTo(MailLabel.INTERVIEW_SCHEDULED);
    assertThat(judged(without.get(1)).label()).isEqualTo(MailLabel.INTERVIEW_SCHEDULED);
    assertThat(home.in(() -> home.tasks.recent(10)).stream().map(Task::type))
        .containsOnly(Classifying.TASK);
  }

  @Test
  void mailsThatAreNotKeptAreJudgedByAllOrByOne() throws Exception {
    start(
        new BoardJar()
            .classifier("alpha", PLAIN, STRICT, NO_TRAINING)
            .classifier("beta", PLAIN, "return verdict(MailLabel.DIGEST, 0.7);", NO_TRAINING));
    List<MailMessage> mail = List.of(MailMessage.of("1", "a@b.example", "hm", ""));

    assertThat(home.in(() -> classifying.judge(mail, Optional.empty())).getFirst())
        .map(Classified::classifier)
        .hasValue("beta");
    assertThat(home.in(() -> classifying.judge(mail, Optional.of("alpha"))).getFirst())
        .map(Classified::classifier)
        .hasValue("alpha");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> home.in(() -> classifying.judge(mail, Optional.of("gamma"))))
        .withMessage(
            "Mail classifier \"gamma\": expected one that is on: alpha, beta. Switch it on under Plugins.");
  }

  @Test
  void thatNothingWasFoundInAMailDoesNotOutweighWordsThatWere() throws Exception {
    start(
        new BoardJar()
            .classifier(
                "alpha", PLAIN, "return verdict(MailLabel.OFFER_RECEIVED, 0.4);", NO_TRAINING)
            .classifier(
                "beta",
                PLAIN,
                "return new Verdict(MailLabel.UNRELATED, 0.8, List.of());",
                NO_TRAINING));

    long id = take("an offer").getFirst();

    assertThat(judged(id).label()).isEqualTo(MailLabel.OFFER_RECEIVED);
    assertThat(mail(id).outcome()).isEqualTo(Outcome.UNCERTAIN);
  }

  @Test
  void aVerdictWithoutAnyConfidenceIsSilence() throws Exception {
    start(
        new BoardJar()
            .classifier("alpha", PLAIN, "return verdict(MailLabel.NEUTRAL, 0);", NO_TRAINING));

    assertThat(mail(take("hm").getFirst()).judged()).isEmpty();
  }

  private static final String ASKING =
      """
      if (context.llm().isEmpty()) return verdict(MailLabel.NEUTRAL, 0.1);
      var question = dev.peregrine.api.llm.Message.user("What is it?");
      var answer = context.llm().get().complete(dev.peregrine.api.llm.CompletionRequest.of(question));
      return verdict(MailLabel.INTERVIEW_SCHEDULED, answer.text().isBlank() ? 0.1 : 0.9);
      """;

  private static BoardJar withOneThatAsks() {
    return new BoardJar()
        .classifier("alpha", PLAIN, STRICT, NO_TRAINING)
        .classifier("asking", PLAIN + ".thatUsesLlm()", ASKING, NO_TRAINING);
  }

  @Test
  void withoutAModelNoTaskTriesToAskOne() throws Exception {
    start(withOneThatAsks());

    List<Long> _ = take("hm", "well");

    assertThat(home.in(() -> home.tasks.recent(10))).isEmpty();
  }

  @Test
  void whatAModelSaidStaysWhenItIsGone() throws Exception {
    start(withOneThatAsks());
    home.scripts("say:yes");
    long id = take("hm").getFirst();
    quiet();
    assertThat(judged(id).classifier()).isEqualTo("asking");

    home.yaml("backends: {}\n");
    List<Long> _ = take("well");
    quiet();

    assertThat(judged(id).classifier()).isEqualTo("asking");
  }

  @Test
  void onlySoManyQuestionsGoToModelsInADay() throws Exception {
    start(withOneThatAsks());
    home.scripts("say:yes");
    CompletionRequest question = CompletionRequest.of(Message.user("Hm?"));
    home.in(
        () -> {
          for (int i = 0; i < Classifying.QUESTIONS_A_DAY; i++) {
            var _ = home.llms.complete(Classifying.USE, question, AnswerPieces.NONE);
          }
          return true;
        });

    long id = take("hm").getFirst();
    quiet();

    assertThat(judged(id).classifier()).isEqualTo("alpha");
    assertThat(mail(id).outcome()).isEqualTo(Outcome.UNCERTAIN);
    home.home.pass(Duration.ofHours(25));
    home.tenant.run(classifying::soon);
    quiet();
    assertThat(judged(id).classifier()).as("the next day").isEqualTo("asking");
  }

  @Test
  void whatAClassifierSaidBeforeItCouldSayNothingMoreCounts() throws Exception {
    start(
        new BoardJar()
            .classifier(
                "alpha",
                PLAIN + ".withBatch(1)",
                """
                if (mail.subject().equals("stop")) {
                  throw new ExtensionException(ExtensionException.Kind.RATE_LIMITED, "Used up.");
                }
                return verdict(MailLabel.REJECTED, 0.9);
                """,
                NO_TRAINING));

    List<Long> ids = take("one", "stop", "two");

    assertThat(judged(ids.get(0)).label()).isEqualTo(MailLabel.REJECTED);
    assertThat(mail(ids.get(1)).outcome()).isEqualTo(Outcome.NEW);
    assertThat(mail(ids.get(2)).outcome()).isEqualTo(Outcome.NEW);
  }
}

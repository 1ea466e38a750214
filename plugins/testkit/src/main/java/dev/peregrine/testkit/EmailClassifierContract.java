package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.ClassifierContext.Correction;
import dev.peregrine.api.mail.ClassifierDescriptor;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link EmailClassifier} keeps. An author extends it with a test class and says which
 * classifier it is; how often it is right is for tests of the author's own.
 */
@Timeout(240)
public abstract class EmailClassifierContract {

  private static final int MOST_LEARNT = 5 << 20;

  /** The classifier under test, a new one each time. */
  protected abstract EmailClassifier classifier();

  /** Values of settings that the classifier needs. */
  protected Map<String, String> settings() {
    return Map.of();
  }

  /** Mails of which the classifier is expected to say what they mean. */
  protected Map<MailMessage, MailLabel> mails() {
    return SampleMails.plain();
  }

  /** The model that is lent to a classifier that uses one. */
  protected Optional<Llm> llm() {
    return Optional.empty();
  }

  @Test
  void theDescriptorIsAConstantAndQuick() {
    ClassifierDescriptor descriptor =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> classifier().descriptor(), "constructor and descriptor");

    assertThat(classifier().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.about().summary()).isNotBlank();
  }

  @Test
  void plainMailsMeanWhatTheySay() throws Exception {
    List<Verdict> verdicts = classify(List.copyOf(mails().keySet()));

    assertThat(verdicts).hasSameSizeAs(mails().keySet());
    assertThat(verdicts.stream().map(Verdict::label)).containsExactlyElementsOf(mails().values());
  }

  @Test
  void noVerdictHasALabelThatTheDescriptorDoesNotName() throws Exception {
    var all = new ArrayList<>(mails().keySet());
    all.addAll(SampleMails.hostile());

    assertThat(classify(all))
        .hasSameSizeAs(all)
        .allSatisfy(
            verdict -> assertThat(classifier().descriptor().labels()).contains(verdict.label()));
  }

  @Test
  void theWordsThatDecidedStandInTheMail() throws Exception {
    List<MailMessage> mails = List.copyOf(mails().keySet());
    List<Verdict> verdicts = classify(mails);

    for (int i = 0; i < mails.size(); i++) {
      String text = words(mails.get(i).subject() + " " + mails.get(i).text());
      assertThat(verdicts.get(i).evidence())
          .allSatisfy(words -> assertThat(text).contains(words(words.replace("…", ""))));
    }
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void noMailsGiveNoVerdicts() throws Exception {
    assertThat(classify(List.of())).isEmpty();
  }

  @Test
  void verdictsKeepTheOrderOfTheMails() throws Exception {
    assumeFalse(classifier().descriptor().usesLlm(), "a model may say something else");
    var backwards = new ArrayList<>(mails().keySet());
    Collections.reverse(backwards);

    List<Verdict> verdicts = new ArrayList<>(classify(backwards));
    Collections.reverse(verdicts);

    assertThat(verdicts).isEqualTo(classify(List.copyOf(mails().keySet())));
  }

  @Test
  void aMailAloneMeansTheSameAsInCompany() throws Exception {
    assumeFalse(classifier().descriptor().usesLlm(), "a model may say something else");
    List<Verdict> together = classify(List.copyOf(mails().keySet()));
    var alone = new ArrayList<Verdict>();
    for (MailMessage mail : mails().keySet()) {
      alone.addAll(classify(List.of(mail)));
    }

    assertThat(alone).isEqualTo(together);
  }

  @Test
  void twentyCallsAtOnceGiveTheSame() throws Exception {
    assumeFalse(classifier().descriptor().usesLlm(), "a model may say something else");
    EmailClassifier classifier = classifier();
    List<MailMessage> mails = List.copyOf(mails().keySet());
    List<Verdict> alone = classify(mails);
    var together = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Verdict>>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return classifier.classify(mails, context());
                }));
      }
      for (Future<List<Verdict>> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  @Test
  void textsThatMeanHarmAreOnlyTexts() throws Exception {
    List<MailMessage> hostile = SampleMails.hostile();

    List<Verdict> verdicts =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> classify(hostile));

    assertThat(verdicts).hasSameSizeAs(hostile).doesNotContainNull();
  }

  @Test
  void asManyMailsAsItTakesFitInOneCall() throws Exception {
    int batch = classifier().descriptor().batch();
    var many = new ArrayList<MailMessage>();
    while (many.size() < batch) {
      many.addAll(mails().keySet());
    }

    assertThat(classify(many.subList(0, batch))).hasSize(batch);
  }

  @Test
  void anInterruptedCallEnds() throws Exception {
    var thrown = new AtomicReference<@Nullable Throwable>();
    List<MailMessage> mails = List.copyOf(mails().keySet());
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    List<Verdict> _ = classify(mails);
                  } catch (Throwable stopped) {
                    thrown.set(stopped);
                  }
                });

    assertThat(caller.join(Duration.ofSeconds(60))).as("the call ended").isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void whatItLearntFromCorrectionsIsHeeded() throws Exception {
    assumeTrue(classifier().descriptor().learns(), "it does not say that it learns");
    var corrections = new ArrayList<Correction>();
    for (int i = 0; i < 12; i++) {
      corrections.add(new Correction(lantern("c" + i, i), MailLabel.SURVEY_RECEIVED));
    }

    Optional<Blob> learnt = classifier().train(context(corrections, Optional.empty()));

    assertThat(learnt).isPresent();
    assertThat(learnt.get().bytes().length).isLessThanOrEqualTo(MOST_LEARNT);
    List<Verdict> verdicts =
        classifier().classify(List.of(lantern("x", 99)), context(List.of(), learnt));
    assertThat(verdicts.getFirst().label()).isEqualTo(MailLabel.SURVEY_RECEIVED);
  }

  @Test
  void withoutCorrectionsTrainingIsNoFailure() {
    assertThatCode(() -> classifier().train(context())).doesNotThrowAnyException();
  }

  @Test
  void withoutAModelItFailsAsPromisedOrDoesWithout() throws Exception {
    assumeTrue(classifier().descriptor().usesLlm(), "it uses no model");
    ClassifierContext without =
        new FakeClassifierContext(
            classifier().descriptor(), settings(), List.of(), Optional.empty(), Optional.empty());
    try {
      List<Verdict> verdicts = classifier().classify(List.copyOf(mails().keySet()), without);
      assertThat(verdicts).hasSameSizeAs(mails().keySet());
    } catch (ExtensionException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @TestFactory
  Stream<DynamicTest> architecture() {
    return PluginArchitecture.tests(classifier().getClass());
  }

  /** A kind of mail that nobody ever saw, so that only corrections can tell what it means. */
  private static MailMessage lantern(String id, int number) {
    return MailMessage.of(
        id,
        "moths@lantern.example",
        "Lantern ballot " + number,
        "Please mark your lanterns on the moth ballot and hang it at the gate by dusk. Moth ballot %d, lantern row four."
            .formatted(number));
  }

  /** Judges mails in a context with the settings of the contract. */
  protected final List<Verdict> classify(List<MailMessage> mails)
      throws ExtensionException, InterruptedException {
    return classifier().classify(List.copyOf(mails), context());
  }

  /** A context with the settings and the model of the contract. */
  protected final FakeClassifierContext context() {
    return context(List.of(), Optional.empty());
  }

  private FakeClassifierContext context(List<Correction> corrections, Optional<Blob> learnt) {
    return new FakeClassifierContext(
        classifier().descriptor(), settings(), corrections, learnt, llm());
  }
}

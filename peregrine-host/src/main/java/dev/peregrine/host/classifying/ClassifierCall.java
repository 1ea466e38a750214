package dev.peregrine.host.classifying;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.ClassifierContext.Correction;
import dev.peregrine.api.mail.ClassifierDescriptor;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.SettingsText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one classifier. What it fails at costs the verdicts of the mails concerned. */
final class ClassifierCall {

  private static final Logger LOG = LoggerFactory.getLogger(ClassifierCall.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration TRAINING_LIMIT = Duration.ofMinutes(5);
  private static final int MOST_LEARNT = 5 << 20;

  /** So many mails in a row at which it fails mean that the classifier itself is broken. */
  private static final int BROKEN = 3;

  private final Extension<EmailClassifier> classifier;
  private final ClassifierDescriptor descriptor;
  private final Contexts contexts;
  private final Supplier<List<Correction>> corrections;

  ClassifierCall(
      Extension<EmailClassifier> classifier,
      Contexts contexts,
      Supplier<List<Correction>> corrections) {
    this.classifier = classifier;
    this.descriptor = (ClassifierDescriptor) classifier.descriptor();
    this.contexts = contexts;
    this.corrections = corrections;
  }

  String id() {
    return classifier.id();
  }

  /** Whether the current tenant may not use it. */
  boolean isLocked() {
    return classifier.isLocked();
  }

  ClassifierDescriptor descriptor() {
    return descriptor;
  }

  /** What its verdicts depend on, except for what it learnt; its name where settings are broken. */
  String basis() {
    String name = "%s %d".formatted(id(), descriptor.revision());
    List<SettingSpec> specs = descriptor.about().settings();
    try {
      Settings settings = context(Optional.empty(), Optional.empty()).settings();
      return name + SettingsText.of(specs, settings);
    } catch (ExtensionException broken) {
      return name + " ?";
    }
  }

  /**
   * Judges mails.
   *
   * @param llm the model to lend
   * @return one for each mail, in the same order; empty where it said nothing of use, or could say
   *     nothing more
   * @throws ExtensionException where it can say nothing now, of any mail
   */
  Panel.Said judge(List<MailMessage> mails, Optional<Blob> learnt, Optional<Llm> llm)
      throws ExtensionException, InterruptedException {
    ClassifierContext context = context(learnt, llm);
    var verdicts = new ArrayList<Optional<Classified>>(mails.size());
    int batch = descriptor.batch();
    for (int from = 0; from < mails.size(); from += batch) {
      List<MailMessage> part = mails.subList(from, Math.min(from + batch, mails.size()));
      try {
        verdicts.addAll(call(part, context));
      } catch (PluginBugException bug) {
        verdicts.addAll(apart(part, context, bug));
      } catch (ExtensionException nothingMore) {
        if (from == 0) {
          throw nothingMore;
        }
        LOG.warn("Mail classifier {}: {}", id(), nothingMore.getMessage());
        verdicts.addAll(Collections.nCopies(mails.size() - from, Optional.empty()));
        return new Panel.Said(verdicts, false);
      }
    }
    return new Panel.Said(verdicts, true);
  }

  /** Finds the mail that it stumbles over. */
  private List<Optional<Classified>> apart(
      List<MailMessage> mails, ClassifierContext context, PluginBugException first)
      throws ExtensionException, InterruptedException {
    var verdicts = new ArrayList<Optional<Classified>>(mails.size());
    int failed = 0;
    for (MailMessage mail : mails) {
      try {
        verdicts.addAll(call(List.of(mail), context));
      } catch (PluginBugException bug) {
        failed++;
        verdicts.add(Optional.empty());
        if (failed >= BROKEN && failed == verdicts.size()) {
          throw broken(first);
        }
      }
    }
    return verdicts;
  }

  private static ExtensionException broken(PluginBugException bug) {
    return new ExtensionException(
        ExtensionException.Kind.CHANGED_REMOTE, String.valueOf(bug.getMessage()), bug);
  }

  private List<Optional<Classified>> call(List<MailMessage> mails, ClassifierContext context)
      throws ExtensionException, InterruptedException {
    List<MailMessage> given = List.copyOf(mails);
    @Nullable List<Verdict> said =
        classifier.call(LIMIT, instance -> instance.classify(given, context));
    if (said == null || said.size() != mails.size()) {
      throw new ExtensionException(
          ExtensionException.Kind.CHANGED_REMOTE,
          "Mail classifier \"%s\" gave %d verdicts for %d mails. Report it to the author of its plugin."
              .formatted(id(), said == null ? 0 : said.size(), mails.size()));
    }
    return said.stream().map(this::classified).toList();
  }

  private Optional<Classified> classified(@Nullable Verdict verdict) {
    return Optional.ofNullable(verdict)
        .filter(known -> known.confidence() > 0 && descriptor.labels().contains(known.label()))
        .map(known -> new Classified(id(), known));
  }

  /** What it learns from the corrections. */
  Optional<Blob> train() throws ExtensionException, InterruptedException {
    ClassifierContext context = context(Optional.empty(), Optional.empty());
    Optional<Blob> learnt = classifier.call(TRAINING_LIMIT, instance -> instance.train(context));
    if (learnt.isPresent() && learnt.get().bytes().length > MOST_LEARNT) {
      throw new ExtensionException(
          ExtensionException.Kind.CHANGED_REMOTE,
          "Mail classifier \"%s\" learnt \"%d\" bytes, expected at most 5 MiB. Report it to the author of its plugin."
              .formatted(id(), learnt.get().bytes().length));
    }
    return learnt;
  }

  private ClassifierContext context(Optional<Blob> learnt, Optional<Llm> llm)
      throws ExtensionException {
    return contexts.classifier(classifier, corrections, learnt, llm);
  }
}

package dev.peregrine.api.mail;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a mail classifier is.
 *
 * @param about name, hosts and settings
 * @param languages ISO 639-1 of the languages that it understands; none: any
 * @param labels the labels that it gives, at least one
 * @param revision counts up when the same mail would get another verdict, so that the host
 *     classifies anew; 1 or more
 * @param batch most mails in one call, 1 to 1,000
 * @param learns whether {@link EmailClassifier#train} makes it better
 * @param usesLlm whether it asks a language model: then it gets only mails that the others leave
 *     uncertain, within a budget
 * @since 0.1
 */
public record ClassifierDescriptor(
    About about,
    Set<String> languages,
    Set<MailLabel> labels,
    int revision,
    int batch,
    boolean learns,
    boolean usesLlm)
    implements Descriptor {

  public ClassifierDescriptor {
    Objects.requireNonNull(about);
    languages = Set.copyOf(languages);
    for (String language : languages) {
      if (!language.matches("[a-z]{2}")) {
        throw new IllegalArgumentException(
            "Classifier \"%s\": language \"%s\", expected two small letters such as en."
                .formatted(about.id(), language));
      }
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException(
          "Classifier \"%s\": it gives no label, expected at least one.".formatted(about.id()));
    }
    labels = Collections.unmodifiableSet(EnumSet.copyOf(labels));
    if (revision < 1) {
      throw new IllegalArgumentException(
          "Classifier \"%s\": revision \"%d\", expected 1 or more."
              .formatted(about.id(), revision));
    }
    if (batch < 1 || batch > 1000) {
      throw new IllegalArgumentException(
          "Classifier \"%s\": batch \"%d\", expected 1 to 1,000 mails."
              .formatted(about.id(), batch));
    }
  }

  /** A classifier that gives every label, judges 500 mails at once and neither learns nor asks. */
  public static ClassifierDescriptor of(About about, int revision, String... languages) {
    return new ClassifierDescriptor(
        about, Set.of(languages), EnumSet.allOf(MailLabel.class), revision, 500, false, false);
  }

  /** This with other labels. */
  public ClassifierDescriptor withLabels(Set<MailLabel> newLabels) {
    return new ClassifierDescriptor(about, languages, newLabels, revision, batch, learns, usesLlm);
  }

  /** This with another most number of mails in a call. */
  public ClassifierDescriptor withBatch(int newBatch) {
    return new ClassifierDescriptor(about, languages, labels, revision, newBatch, learns, usesLlm);
  }

  /** This, learning from corrections. */
  public ClassifierDescriptor thatLearns() {
    return new ClassifierDescriptor(about, languages, labels, revision, batch, true, usesLlm);
  }

  /** This, asking a language model. */
  public ClassifierDescriptor thatUsesLlm() {
    return new ClassifierDescriptor(about, languages, labels, revision, batch, learns, true);
  }
}

package dev.peregrine.host.classifying;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.MailMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks classifiers about mails, one after the other: each gets only what the earlier ones left
 * uncertain, and of what stays uncertain the surest verdict counts.
 */
final class Panel {

  private static final Logger LOG = LoggerFactory.getLogger(Panel.class);

  private final Learnt learnt;

  Panel(Learnt learnt) {
    this.learnt = learnt;
  }

  /**
   * What is said of mails.
   *
   * @param verdicts one for each mail, in the same order; empty where nobody said anything
   * @param all whether every classifier answered; else it is worth asking again another time
   */
  record Said(List<Optional<Classified>> verdicts, boolean all) {}

  static Said nothing(int mails) {
    return new Said(Collections.nCopies(mails, Optional.empty()), true);
  }

  Said ask(
      List<ClassifierCall> classifiers, List<MailMessage> mails, Said before, Optional<Llm> llm)
      throws InterruptedException {
    var verdicts = new ArrayList<>(before.verdicts());
    boolean all = before.all();
    for (ClassifierCall classifier : classifiers) {
      int[] open = IntStream.range(0, mails.size()).filter(i -> !isSure(verdicts.get(i))).toArray();
      if (open.length == 0) {
        break;
      }
      try {
        List<MailMessage> asked = Arrays.stream(open).mapToObj(mails::get).toList();
        Said said = classifier.judge(asked, learnt(classifier), llm);
        all &= said.all();
        for (int i = 0; i < open.length; i++) {
          int at = open[i];
          verdicts.set(at, surer(verdicts.get(at), said.verdicts().get(i)));
        }
      } catch (ExtensionException failed) {
        all = false;
        LOG.warn("Mail classifier {}: {}", classifier.id(), failed.getMessage());
      }
    }
    return new Said(verdicts, all);
  }

  static boolean isSure(Optional<Classified> verdict) {
    return verdict.map(Classified::isSure).orElse(false);
  }

  private static Optional<Classified> surer(Optional<Classified> one, Optional<Classified> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    if (one.get().hasWords() != other.get().hasWords()) {
      // that nothing was found in it does not outweigh words that were
      return one.get().hasWords() ? one : other;
    }
    return other.get().verdict().confidence() > one.get().verdict().confidence() ? other : one;
  }

  private Optional<Blob> learnt(ClassifierCall classifier) {
    return classifier.descriptor().learns()
        ? learnt.of(classifier.id(), classifier.descriptor().revision())
        : Optional.empty();
  }

  /** The number of the way in which these classifiers judge now. */
  int way(List<ClassifierCall> classifiers) {
    return learnt.way(
        classifiers.stream()
            .map(
                call ->
                    call.basis()
                        + " "
                        + learnt.corrections(call.id(), call.descriptor().revision()))
            .collect(Collectors.joining("\n\n")));
  }
}

package dev.peregrine.plugin.classifier.llm;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.ClassifierContext;
import dev.peregrine.api.mail.ClassifierDescriptor;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the person's language model, several mails a question. A mail that speaks to machines is not
 * shown to it, and what it cannot back with words of the mail stays uncertain.
 */
public final class ModelClassifier implements EmailClassifier {

  /** Small enough for a model on the person's own machine to answer within the call's minute. */
  private static final int MAILS_A_QUESTION = 5;

  /** No confidence at all: the host takes it for silence. */
  private static final Verdict SILENCE = new Verdict(MailLabel.NEUTRAL, 0, List.of());

  private static final ClassifierDescriptor DESCRIPTOR =
      ClassifierDescriptor.of(
              About.of(
                  "llm",
                  "Language model",
                  "Asks your language model about mails that the other classifiers are not sure of,"
                      + " in any language. It counts only where it can quote the mail."),
              1)
          .withBatch(MAILS_A_QUESTION)
          .thatUsesLlm();

  @Override
  public ClassifierDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Verdict> classify(List<MailMessage> mails, ClassifierContext context)
      throws ExtensionException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var verdicts = new ArrayList<Verdict>(Collections.nCopies(mails.size(), SILENCE));
    if (context.llm().isEmpty()) {
      return verdicts;
    }
    Map<Integer, MailMessage> asked = new LinkedHashMap<>();
    for (int i = 0; i < mails.size(); i++) {
      if (!Orders.standIn(mails.get(i))) {
        asked.put(i, mails.get(i));
      }
    }
    if (!asked.isEmpty()) {
      ask(context.llm().get(), context, asked).forEach(verdicts::set);
    }
    return verdicts;
  }

  private static Map<Integer, Verdict> ask(
      Llm llm, ClassifierContext context, Map<Integer, MailMessage> asked)
      throws ExtensionException, InterruptedException {
    List<MailMessage> mails = List.copyOf(asked.values());
    Completion answer = llm.complete(Question.about(mails, llm));
    Map<Integer, Verdict> said = Answer.verdicts(answer.text(), mails, context);
    List<Integer> places = List.copyOf(asked.keySet());
    Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
    said.forEach((at, verdict) -> verdicts.put(places.get(at), verdict));
    return verdicts;
  }
}

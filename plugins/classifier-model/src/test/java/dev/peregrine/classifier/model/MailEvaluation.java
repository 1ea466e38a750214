package dev.peregrine.classifier.model;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.Verdict;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How often mails are understood: those that are held out, those of somebody else, and how long
 * 2,000 take. For {@code docs/benchmarks.md}.
 */
final class MailEvaluation {

  /** Below it the host shows a mail as uncertain. */
  private static final double SURE = 0.6;

  private static final int MANY = 2_000;

  /** Letters. */
  private static final int USUAL = 1_200;

  private MailEvaluation() {}

  /** What became of labelled mails. */
  record Result(List<LabelledMail> mails, List<Verdict> verdicts) {

    double accuracy() {
      return share(i -> verdicts.get(i).label() == mails.get(i).label());
    }

    double uncertain() {
      return share(i -> verdicts.get(i).confidence() < SURE);
    }

    /** Of invitations and offers, how many the person gets to see as such or as uncertain. */
    double seen() {
      var decisive = new ArrayList<Integer>();
      for (int i = 0; i < mails.size(); i++) {
        MailLabel label = mails.get(i).label();
        if (label == MailLabel.INTERVIEW_SCHEDULED || label == MailLabel.OFFER_RECEIVED) {
          decisive.add(i);
        }
      }
      long seen =
          decisive.stream()
              .filter(
                  i ->
                      verdicts.get(i).label() == mails.get(i).label()
                          || verdicts.get(i).confidence() < SURE)
              .count();
      return (double) seen / decisive.size();
    }

    double recall(MailLabel label) {
      return ratio(hits(label), count(i -> mails.get(i).label() == label));
    }

    double precision(MailLabel label) {
      return ratio(hits(label), count(i -> verdicts.get(i).label() == label));
    }

    double macroF1() {
      double sum = 0;
      for (MailLabel label : MailLabel.values()) {
        double both = precision(label) + recall(label);
        sum += both == 0 ? 0 : 2 * precision(label) * recall(label) / both;
      }
      return sum / MailLabel.values().length;
    }

    private long hits(MailLabel label) {
      return count(i -> mails.get(i).label() == label && verdicts.get(i).label() == label);
    }

    private double share(Function<Integer, Boolean> holds) {
      return ratio(count(holds), mails.size());
    }

    private long count(Function<Integer, Boolean> holds) {
      long count = 0;
      for (int i = 0; i < mails.size(); i++) {
        count += holds.apply(i) ? 1 : 0;
      }
      return count;
    }

    private static double ratio(long part, long whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }

  static Result of(List<LabelledMail> mails, Function<MailMessage, Verdict> classifier) {
    var verdicts = new ArrayList<Verdict>();
    for (LabelledMail mail : mails) {
      verdicts.add(classifier.apply(message(mail)));
    }
    return new Result(mails, verdicts);
  }

  private static MailMessage message(LabelledMail mail) {
    return MailMessage.of("1", "somebody@example.org", mail.subject(), mail.body());
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    List<LabelledMail> heldOut = CorpusTest.heldOut();
    print(out, "rules", of(heldOut, ByRules::judge));
    print(out, "statistical", of(heldOut, ByWords.shipped()::judge));
    print(out, "statistical, fresh", of(CorpusTest.fresh(), ByWords.shipped()::judge));
    time(out);
  }

  private static void print(PrintStream out, String name, Result result) {
    out.printf(
        Locale.ROOT,
        "%s: %d mails, accuracy %.3f, macro-F1 %.3f, uncertain %.3f, interviews and offers seen %.3f%n",
        name,
        result.mails().size(),
        result.accuracy(),
        result.macroF1(),
        result.uncertain(),
        result.seen());
    for (MailLabel label : MailLabel.values()) {
      out.printf(
          Locale.ROOT,
          "  %-20s precision %.2f recall %.2f%n",
          label.key(),
          result.precision(label),
          result.recall(label));
    }
  }

  /** As long as mails are. */
  private static LabelledMail longer(LabelledMail mail) {
    String body = mail.body() + "\n\n";
    return new LabelledMail(
        mail.label(), mail.subject(), body.repeat(1 + USUAL / Math.max(1, body.length())));
  }

  private static void time(PrintStream out) {
    List<LabelledMail> mails = Corpus.training().stream().map(MailEvaluation::longer).toList();
    ByWords words = ByWords.shipped();
    Duration start = cpu();
    int letters = 0;
    for (int i = 0; i < MANY; i++) {
      LabelledMail mail = mails.get(i % mails.size());
      letters += mail.body().length() + words.judge(message(mail)).evidence().size();
    }
    Duration took = cpu().minus(start);
    out.printf(
        Locale.ROOT,
        "%d mails of %d letters on average: %.1f CPU-s%n",
        MANY,
        letters / MANY,
        took.toMillis() / 1e3);
  }

  /** Of the whole process, its compiler and garbage collector among it. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}

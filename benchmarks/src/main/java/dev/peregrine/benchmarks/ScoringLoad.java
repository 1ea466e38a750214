package dev.peregrine.benchmarks;

import dev.peregrine.api.About;
import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerContext;
import dev.peregrine.plugin.scorer.keywords.KeywordsScorer;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures the default scorer: CPU seconds for 10,000 postings of about 3.5 kB. {@code
 * benchmarks/run.sh ScoringLoad [postings]}.
 */
public final class ScoringLoad {

  private static final int BATCH = 200;
  private static final String SKILLS =
      "java kotlin spring kafka postgresql kubernetes docker terraform react typescript python"
          + " c++ go node.js graphql grpc linux figma accessibility research";

  private ScoringLoad() {}

  public static void main(String[] arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    var random = new Random(3);
    var words = new ArrayList<String>(List.of(SKILLS.split(" ")));
    for (int i = 0; i < 12_000; i++) {
      words.add(word(random));
    }
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      postings.add(
          Posting.of(
                  "n" + i,
                  words.get(random.nextInt(20)) + " engineer",
                  URI.create("https://jobs.example/" + i))
              .withDescription(Optional.of("<p>" + text(random, words, 530) + "</p>")));
    }
    var candidate = new Candidate(text(random, words, 600), List.of("java engineer"), List.of());
    Scorer scorer = new KeywordsScorer();
    for (int round = 0; round < 5; round++) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int from = 0; from < count; from += BATCH) {
        scorer.score(candidate, postings.subList(from, Math.min(from + BATCH, count)), context());
      }
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
      System.out.printf("round %d: %d postings in %.2f CPU-s%n", round + 1, count, took / 1e9);
    }
  }

  /** The default scorer asks nothing of its context. */
  private static ScorerContext context() {
    return (ScorerContext)
        Proxy.newProxyInstance(
            About.class.getClassLoader(),
            new Class<?>[] {ScorerContext.class},
            (proxy, method, values) -> {
              throw new IllegalStateException("The scorer asked for " + method.getName());
            });
  }

  private static String text(Random random, List<String> words, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      // A few words are everywhere, most are rare.
      text.append(words.get((int) (words.size() * Math.pow(random.nextDouble(), 4)))).append(' ');
    }
    return text.toString();
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(6); i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}

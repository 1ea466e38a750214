package dev.peregrine.plugin.scorer.keywords;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.testkit.FakeScorerContext;
import dev.peregrine.testkit.SettableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the default scorer on graded pairs: a JSON file with {@code queries} (résumés), {@code
 * docs} (postings, the first line is the title) and {@code rel[query][doc]} (above 0 relevant, 0
 * not, below 0 left out). A posting without a score counts as 0 points, but in the column {@code
 * AUC scored} not at all. A command for people; how to start it stands in {@code
 * docs/decisions/0005-default-scorer.md}.
 */
final class ScorerEvaluation {

  private static final KeywordsScorer SCORER = new KeywordsScorer();

  private ScorerEvaluation() {}

  /** A posting's score and whether the person wants it. */
  record Graded(double score, boolean relevant, boolean scored) {}

  public static void main(String[] files) throws IOException, InterruptedException {
    PrintStream out = System.out;
    out.printf("%-32s %7s %10s %7s %8s%n", "set", "AUC", "AUC scored", "pooled", "NDCG@10");
    for (String file : files) {
      measure(Path.of(file), out);
    }
  }

  private static void measure(Path file, PrintStream out) throws InterruptedException {
    JsonNode set = JsonMapper.shared().readTree(file.toFile());
    List<Posting> postings =
        set.get("docs")
            .valueStream()
            .map(JsonNode::asString)
            .map(ScorerEvaluation::posting)
            .toList();
    var pooled = new ArrayList<Graded>();
    var aucs = new ArrayList<Double>();
    var ndcgs = new ArrayList<Double>();
    var scoredAucs = new ArrayList<Double>();
    var context =
        new FakeScorerContext(
            SCORER.descriptor(), Map.of(), SettableClock.at("2026-01-01T00:00:00Z"));
    for (int query = 0; query < set.get("queries").size(); query++) {
      List<Score> scores =
          SCORER.score(Candidate.of(set.get("queries").get(query).asString()), postings, context);
      List<Graded> graded = graded(scores, set.get("rel").get(query));
      pooled.addAll(graded);
      if (graded.stream().anyMatch(Graded::relevant)) {
        aucs.add(auc(graded));
        scoredAucs.add(auc(graded.stream().filter(Graded::scored).toList()));
        ndcgs.add(ndcg(graded));
      }
    }
    out.printf(
        "%-32s %7.3f %10.3f %7.3f %8.3f%n",
        file.getFileName(), mean(aucs), mean(scoredAucs), auc(pooled), mean(ndcgs));
  }

  private static Posting posting(String text) {
    int line = text.indexOf('\n');
    String title = text.substring(0, Math.max(line, 0)).replaceFirst("^Job title:", "").strip();
    return Posting.of("1", title.isEmpty() ? "-" : title, URI.create("https://example.org/1"))
        .withDescription(Optional.of(text.substring(line + 1)));
  }

  private static List<Graded> graded(List<Score> scores, JsonNode relevance) {
    return IntStream.range(0, scores.size())
        .filter(i -> relevance.get(i).asDouble() >= 0)
        .mapToObj(i -> graded(scores.get(i), relevance.get(i).asDouble() > 0))
        .toList();
  }

  private static Graded graded(Score score, boolean relevant) {
    return switch (score) {
      case Score.Match match -> new Graded(match.value(), relevant, true);
      case Score.None _ -> new Graded(0, relevant, false);
    };
  }

  /** The chance that a relevant posting stands above another one; ties count half. */
  static double auc(List<Graded> graded) {
    var sorted = graded.stream().sorted(Comparator.comparingDouble(Graded::score)).toList();
    double ranks = 0;
    long relevant = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
        to++;
      }
      long hits = sorted.subList(from, to).stream().filter(Graded::relevant).count();
      ranks += hits * (from + 1 + to) / 2.0;
      relevant += hits;
      from = to;
    }
    long others = sorted.size() - relevant;
    return (ranks - relevant * (relevant + 1) / 2.0) / ((double) relevant * others);
  }

  static double ndcg(List<Graded> graded) {
    List<Graded> best =
        graded.stream()
            .sorted(Comparator.comparingDouble((Graded each) -> -each.score()))
            .limit(10)
            .toList();
    double[] gains =
        IntStream.range(0, 10).mapToDouble(rank -> Math.log(2) / Math.log(rank + 2)).toArray();
    double gained =
        IntStream.range(0, best.size())
            .filter(rank -> best.get(rank).relevant())
            .mapToDouble(rank -> gains[rank])
            .sum();
    long relevant = graded.stream().filter(Graded::relevant).count();
    return gained / Arrays.stream(gains).limit(relevant).sum();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}

package dev.peregrine.host.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What is caught and what is wrongly doubted, over many made-up people; docs/evidence.md says how
 * much.
 */
class EvidenceCorpusTest {

  private int inventions;
  private int caught;
  private int trueSentences;
  private final Map<String, int[]> byKind = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> doubted = new ArrayList<>();

  @Test
  void aSentenceMayEndWithADegree() throws IOException {
    Corpus corpus = Corpus.all().findFirst().orElseThrow();
    for (String line : new String[] {"I hold an MBA.", "A PhD", "We want a bachelor"}) {
      assertThat(corpus.check(line, corpus.facts()).text()).isEqualTo(line);
    }
  }

  @Test
  void inventionsAreCaughtAndTrueSentencesLeftAlone() throws IOException {
    Corpus.all().forEach(this::measure);

    assertThat(inventions).isGreaterThanOrEqualTo(60);
    assertThat(byKind).hasSizeGreaterThanOrEqualTo(10);
    System.out.printf(
        "%d of %d inventions caught (%.1f %%), %d of %d true sentences doubted (%.1f %%)%n",
        caught,
        inventions,
        100.0 * caught / inventions,
        doubted.size(),
        trueSentences,
        100.0 * doubted.size() / trueSentences);
    byKind.forEach((kind, counts) -> System.out.printf("%s %d/%d%n", kind, counts[1], counts[0]));
    assertThat(doubted).as("doubted").hasSizeLessThanOrEqualTo(trueSentences * 2 / 100);
    assertThat(missed).as("missed").hasSizeLessThanOrEqualTo(inventions * 5 / 100);
  }

  private void measure(Corpus corpus) {
    Facts facts = corpus.facts();
    for (CheckedSentence sentence : corpus.check(corpus.letter(), facts).sentences()) {
      truth(sentence.isSupported(), corpus, sentence.text());
    }
    for (String line : corpus.trueLines()) {
      truth(corpus.check(line, facts).isSupported(), corpus, line);
    }
    for (Corpus.Invention invention : corpus.inventions()) {
      inventions++;
      int[] counts = byKind.computeIfAbsent(invention.kind(), kind -> new int[2]);
      counts[0]++;
      if (corpus.check(invention.sentence(), facts).isSupported()) {
        missed.add(corpus.name() + ": " + invention);
      } else {
        caught++;
        counts[1]++;
      }
    }
  }

  private void truth(boolean supported, Corpus corpus, String sentence) {
    trueSentences++;
    if (!supported) {
      doubted.add(corpus.name() + ": " + sentence);
    }
  }
}

package dev.peregrine.host.surveys;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the questions that were found in a survey in the place of those that were there. */
final class Arranging {

  /** From here on a question counts as one of which the wording was mended. */
  private static final double MENDED = 0.6;

  private final SurveyQuestionMapper mapper;
  private final long survey;
  private final long now;

  Arranging(SurveyQuestionMapper mapper, long survey, long now) {
    this.mapper = mapper;
    this.survey = survey;
    this.now = now;
  }

  void take(List<Asked> found) {
    var before =
        new ArrayList<SurveyQuestion>(mapper.of(survey).stream().map(Surveys::question).toList());
    var ofSame = new ArrayList<Optional<SurveyQuestion>>();
    for (Asked asked : found) {
      Optional<SurveyQuestion> same =
          before.stream().filter(each -> isSame(each.asked(), asked)).findFirst();
      same.ifPresent(before::remove);
      ofSame.add(same);
    }
    for (int i = 0; i < found.size(); i++) {
      Optional<SurveyQuestion> at = ofSame.get(i);
      if (at.isEmpty()) {
        at = mended(before, found.get(i));
        at.ifPresent(before::remove);
      }
      place(i + 1, found.get(i), at);
    }
    int last = found.size();
    for (SurveyQuestion left : before) {
      if (left.isAnswered()) {
        last++;
        place(last, left.asked(), Optional.of(left));
      } else {
        mapper.remove(left.id());
      }
    }
  }

  private void place(int place, Asked asked, Optional<SurveyQuestion> at) {
    String options = Surveys.JSON.writeValueAsString(asked.options());
    if (at.isEmpty()) {
      mapper.add(survey, place, asked.question(), asked.kind().key(), options, now);
      return;
    }
    mapper.reword(at.get().id(), place, asked.question(), asked.kind().key(), options);
    // What was said of option 2 says nothing of another one.
    if (!at.get().asked().options().equals(asked.options())) {
      mapper.weigh(at.get().id(), null, now);
    }
  }

  private static boolean isSame(Asked one, Asked other) {
    return Fold.same(one.question()).equals(Fold.same(other.question()));
  }

  private static Optional<SurveyQuestion> mended(List<SurveyQuestion> before, Asked asked) {
    return before.stream()
        .filter(each -> alike(each, asked) >= MENDED)
        .max(Comparator.comparingDouble(each -> alike(each, asked)));
  }

  /**
   * How many pairs of letters two questions share, 0 to 1: recognition errs in letters, so that no
   * word may be the same.
   */
  private static double alike(SurveyQuestion before, Asked asked) {
    Set<String> one = pairs(before.asked().question());
    Set<String> other = pairs(asked.question());
    long shared = one.stream().filter(other::contains).count();
    return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * shared / (one.size() + other.size());
  }

  private static Set<String> pairs(String question) {
    String plain = Fold.same(question).replaceAll("[^\\p{L}\\p{N}]+", "");
    var pairs = new HashSet<String>();
    for (int at = 1; at < plain.length(); at++) {
      pairs.add(plain.substring(at - 1, at + 1));
    }
    return pairs;
  }
}

package dev.peregrine.host.resumes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.documents.PiecesInProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many fields of many kinds of résumés are read right. */
class ResumeRatesTest {

  private static final double EXPECTED = 0.97;

  private final Map<String, int[]> rates = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void nearlyEveryFieldOfEveryLayoutIsReadRight() throws Exception {
    for (SampleResume sample : SampleResume.all()) {
      for (String kind : sample.kinds()) {
        byte[] file = SampleWriter.write(sample, kind);
        ParsedResume parsed = ResumeReading.parsed(PiecesInProcess.of(file, kind));
        compare(sample, kind, parsed.document());
      }
    }
    rates.forEach(
        (field, rate) ->
            assertThat(rate[0] / (double) rate[1])
                .as(
                    "%s: %d of %d right; wrong:%n%s",
                    field, rate[0], rate[1], String.join("\n", wrong))
                .isGreaterThanOrEqualTo(EXPECTED));
  }

  private void compare(SampleResume sample, String kind, ResumeDocument read) {
    String where = sample.name() + " " + kind;
    same("name", where, sample.person(), read.basics().name());
    for (int i = 0; i < sample.work().size(); i++) {
      String[] wanted = sample.work().get(i);
      Optional<Work> work =
          i < read.work().size() ? Optional.of(read.work().get(i)) : Optional.empty();
      same("employer", where, wanted[0], work.flatMap(Work::name));
      same("title", where, wanted[1], work.flatMap(Work::position));
      dates(where, wanted, work.map(Work::period).orElse(Period.NONE), 2);
    }
    count(
        "no more positions",
        where,
        sample.work().size() == read.work().size(),
        read.work().size() + " read");
    for (int i = 0; i < sample.education().size(); i++) {
      String[] wanted = sample.education().get(i);
      Optional<Education> study =
          i < read.education().size() ? Optional.of(read.education().get(i)) : Optional.empty();
      same("school", where, wanted[0], study.flatMap(Education::institution));
      dates(where, wanted, study.map(Education::period).orElse(Period.NONE), 1);
    }
    List<String> skills = read.skillNames();
    for (String skill : sample.skills()) {
      count("skill", where, skills.contains(skill), "\"" + skill + "\" not in " + skills);
    }
    count("no more skills", where, skills.size() <= sample.skills().size(), skills.toString());
  }

  private void dates(String where, String[] wanted, Period period, int at) {
    if (!wanted[at].equals("-")) {
      same("start", where, wanted[at], period.start().map(PartialDate::toString));
    }
    same(
        "end",
        where,
        wanted[at + 1],
        period.current() ? Optional.of("now") : period.end().map(PartialDate::toString));
  }

  private void same(String field, String where, String wanted, Optional<String> read) {
    boolean right =
        read.filter(text -> text.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
            .isPresent();
    count(field, where, right, "\"%s\" read as \"%s\"".formatted(wanted, read.orElse("nothing")));
  }

  private void count(String field, String where, boolean right, String what) {
    int[] rate = rates.computeIfAbsent(field, key -> new int[2]);
    rate[0] += right ? 1 : 0;
    rate[1]++;
    if (!right) {
      wrong.add("%s, %s: %s".formatted(where, field, what));
    }
  }

  List<String> wrong() {
    return wrong;
  }

  Map<String, int[]> rates() {
    return rates;
  }
}

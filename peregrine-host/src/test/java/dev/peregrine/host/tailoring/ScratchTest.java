package dev.peregrine.host.tailoring;
import dev.peregrine.host.evidence.*;
import dev.peregrine.host.resumes.*;
import java.nio.file.*;
import java.time.YearMonth;
import java.util.*;
import org.junit.jupiter.api.Test;
class ScratchTest {
  @Test void look() throws Exception {
    show(SampleResume.document(), SampleResume.VACANCY);
    var json = tools.jackson.databind.json.JsonMapper.builder().build();
    var root = json.readTree(Files.readString(Path.of("/work/shared/fixtures/match/graded-pairs.json")));
    System.out.println(root.getClass() + " " + root.propertyNames().stream().limit(10).toList());
    Path d = Path.of("/tmp/postings.txt");
    if (Files.exists(d)) for (String p : Files.readString(d).split("\n=====\n")) {
      int nl = p.indexOf('\n');
      show(SampleResume.document(), new Vacancy(p.substring(0, nl), "", p.substring(nl)));
    }
  }
  static void show(ResumeDocument doc, Vacancy v) {
    System.out.println("### " + v.title() + " " + v.description().length());
    long t = System.nanoTime();
    var r = GapReport.of(Facts.of(doc, YearMonth.of(2026, 11)), v, List.of());
    System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    r.gaps().forEach(g -> System.out.println("  - " + g));
    r.covered().forEach(g -> System.out.println("  + " + g.kind() + " " + g.term() + " " + g.times() + " " + g.force() + " " + g.facts().getFirst()));
  }
}

package dev.peregrine.host.authors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.host.http.RecordedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordingTest {

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void aRecordingIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
    var recording =
        new Recording(
            "mine",
            Instant.parse("2026-11-22T09:00:00Z"),
            "done",
            BoardQuery.all(7)
                .withTitles(List.of("Köchin"))
                .withLocations(List.of("Graz"))
                .withDistanceKm(OptionalInt.of(30))
                .withCountry(Optional.of("AT"))
                .withRemote(Set.of(RemoteMode.REMOTE))
                .withMaxAge(Optional.of(Duration.ofHours(72)))
                .withEmploymentTypes(Set.of(EmploymentType.PART_TIME))
                .withOffset(20)
                .withFullDescriptions(false),
            Map.of("base-url", "https://a.example"),
            List.of(
                new RecordedCall(
                    "POST",
                    "a.example",
                    "/jobs?q=1",
                    Optional.of("{}"),
                    200,
                    Optional.of("text/html; charset=utf-8"),
                    "<p>Köchin</p>"),
                new RecordedCall(
                    "GET", "a.example", "/", Optional.empty(), 500, Optional.empty(), "")),
            List.of(json("{'id':'1','title':'Köchin'}")));

    recording.write(folder.resolve("one"));

    assertThat(folder.resolve("one").resolve("001.html")).content().isEqualTo("<p>Köchin</p>");
    assertThat(Recording.in(folder)).containsExactly(folder.resolve("one"));
    assertThat(Recording.in(folder.resolve("one"))).containsExactly(folder.resolve("one"));
    assertThat(Recording.in(folder.resolve("none"))).isEmpty();
    assertThat(Recording.read(folder.resolve("one"))).isEqualTo(recording);
  }

  @Test
  void whatIsNoRecordingIsSaid(@TempDir Path folder) throws Exception {
    for (String broken : List.of("", "[]", "{\"board\":7}", "nonsense")) {
      Files.writeString(folder.resolve("recording.json"), broken);
      Files.writeString(folder.resolve("calls.jsonl"), "");
      Files.writeString(folder.resolve("postings.jsonl"), "");
      assertThatThrownBy(() -> Recording.read(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Record it again");
    }
  }

  @Test
  void aFileOutsideOfTheFolderIsNotRead(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Path inside = folder.resolve("in");
    new Recording("a", Instant.EPOCH, "done", BoardQuery.all(1), Map.of(), List.of(), List.of())
        .write(inside);
    Files.writeString(
        inside.resolve("calls.jsonl"),
        "{\"method\":\"GET\",\"host\":\"a\",\"address\":\"/\",\"status\":200,\"body\":\"../secret.txt\"}\n");
    assertThatThrownBy(() -> Recording.read(inside)).isInstanceOf(IOException.class);
  }

  @Test
  void differencesAreNamedByPostingAndField() {
    List<JsonNode> before =
        List.of(
            json("{'id':'1','title':'Cook','details':{'level':'Senior'},'salary_min':20}"),
            json("{'id':'2','title':'Baker'}"));
    List<JsonNode> after =
        List.of(
            json("{'id':'1','title':'Cook','details':{'level':null},'salary_min':20,'new':1}"),
            json("{'id':'3','title':'Smith'}"));

    assertThat(Differences.between(before, after))
        .containsExactly(
            "Posting \"1\" (Cook): details.level was \"Senior\", is null.",
            "Posting \"2\" (Baker) is not found any more.",
            "Posting \"3\" (Smith) was not in the recorded result.");
  }

  @Test
  void failedTestsAreReadWithoutTheirTraces(@TempDir Path project) throws Exception {
    Path reports = Files.createDirectories(project.resolve("target").resolve("surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-a.BTest.xml"),
        """
        <testsuite><testcase name="works" classname="a.BTest"/>
        <testcase name="breaks" classname="a.BTest"><failure message="expected: 1&#10;but was: 2">java.lang.AssertionError: expected
          at a.BTest.breaks(BTest.java:7)</failure></testcase></testsuite>
        """);

    SurefireReports read = SurefireReports.of(project);

    assertThat(read.tests()).isEqualTo(2);
    assertThat(read.failed())
        .containsExactly(new SurefireReports.Failed("BTest.breaks", "expected: 1 but was: 2"));
    SurefireReports.forget(project);
    assertThat(SurefireReports.of(project).tests()).isZero();
  }
}

package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.peregrine.api.Json;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.testkit.FaultyBackend.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract that every backend passes would be worth nothing. */
class LlmServerContractTest {

  private static final AtomicReference<Fault> FAULT = new AtomicReference<>(Fault.NONE);

  /** The contract of a backend with a fault; run from here only. */
  static final class FaultyContract extends LlmServerContract {
    @Override
    protected LlmBackend backend() {
      return new FaultyBackend(FAULT.get());
    }

    @Override
    protected String path() {
      return "/ask";
    }

    @Override
    protected String contentType() {
      return "application/x-ndjson";
    }

    @Override
    protected List<String> answer(List<String> pieces) {
      var lines = new ArrayList<String>();
      pieces.forEach(piece -> lines.add("{\"piece\":%s}\n".formatted(Json.quoted(piece))));
      lines.add("{\"end\":true}\n");
      return lines;
    }

    @Override
    protected String failure(int status, String message) {
      return "{\"error\":%s}".formatted(Json.quoted(message));
    }

    @Override
    protected Optional<String> failureWithin() {
      return Optional.of("{\"error\":\"no\"}\n");
    }

    @Override
    protected RecordedAnswer unknownModel(String model) {
      return RecordedAnswer.json(failure(404, model)).withStatus(404);
    }

    @Override
    protected void prepare(RecordedServer ready) {
      ready.answer("/models", RecordedAnswer.json("[\"falke:7b\"]"));
    }
  }

  @Test
  void aSoundBackendPasses() {
    // The rules of direction look at all classes beside the backend's, which here are tests.
    assertThat(Failing.tests(FAULT, Fault.NONE, selectClass(FaultyContract.class)))
        .containsOnly("architecture");
  }

  @ParameterizedTest
  @CsvSource({
    "STRIPS_BLANKS, everyLetterArrivesAlsoInTornPieces",
    "HANDS_OVER_AT_THE_END, piecesAreHandedOverBeforeTheAnswerIsWhole",
    "TAKES_A_CUT_FOR_AN_END, anAnswerThatEndsWithoutItsEndIsUnavailable",
    "TAKES_NOTHING_FOR_AN_ANSWER, anEmptyAnswerIsUnavailable",
    "TAKES_FAILURES_FOR_AN_END, aStatusMeansWhatItMeans",
    "FORGETS_THE_TIME_TO_WAIT, tooManyRequestsAreReportedWithTheTimeToWait",
    "REPEATS_THE_SERVER, aServerThatRepeatsTheSecretDoesNotMakeUsRepeatIt",
    "REPEATS_THE_SERVER, aStatusMeansWhatItMeans",
    "HIDES_THE_INTERRUPT, anInterruptedRequestStops",
    "IGNORES_THE_SCHEMA, aSchemaIsPassedOn",
    "IGNORES_PICTURES, picturesAreSent",
    "IGNORES_THE_ADDRESS, theServerAddressIsASetting",
    "IGNORES_THE_PATIENCE, everyLetterArrivesAlsoInTornPieces",
    "IS_READY_ANYWHERE, somethingElseAtTheAddressIsNotReady",
  })
  void aFaultIsSeen(Fault fault, String test) {
    assertThat(Failing.tests(FAULT, fault, selectMethod(FaultyContract.class, test)))
        .contains(test);
  }
}

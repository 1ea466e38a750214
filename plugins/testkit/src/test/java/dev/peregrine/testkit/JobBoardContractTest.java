package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FaultyBoard.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract that every board passes would be worth nothing. */
class JobBoardContractTest {

  private static final AtomicReference<Fault> FAULT = new AtomicReference<>(Fault.NONE);

  /** The contract of a board with a fault; run from here only. */
  static final class FaultyContract extends JobBoardContract {
    @Override
    protected JobBoard board() {
      return new FaultyBoard(FAULT.get());
    }

    @Override
    protected String path() {
      return "/jobs";
    }

    @Override
    protected String row(int number) {
      return "{\"id\": %d, \"title\": \"Köchin %d\"}".formatted(number, number);
    }

    @Override
    protected String answer(List<String> rows) {
      return "{\"jobs\": [%s]}".formatted(String.join(",", rows));
    }

    @Override
    protected Optional<Paging> pages() {
      return Optional.of(Paging.byNumber("page", 0, FaultyBoard.PAGE));
    }

    @Override
    protected Optional<String> rowPaidIn(String currency) {
      return Optional.of(
          "{\"id\": 1, \"title\": \"Köchin\", \"pay\": 40000, \"currency\": \"%s\"}"
              .formatted(currency));
    }
  }

  @Test
  void aSoundBoardPasses() {
    // The rules of direction look at all classes beside the board's, which here are tests.
    assertThat(Failing.tests(FAULT, Fault.NONE, selectClass(FaultyContract.class)))
        .containsOnly("architecture");
  }

  @ParameterizedTest
  @CsvSource({
    "IGNORES_THE_LIMIT, noMoreThanTheLimitIsHandedOver",
    "HANDS_OVER_TWICE, theSamePostingTwiceIsHandedOverOnce",
    "TAKES_FAILURES_FOR_NOTHING, aWallInPlaceOfTheAnswerIsBlockedAndNotNothingFound",
    "TAKES_FAILURES_FOR_NOTHING, aStatusMeansWhatItMeans",
    "TAKES_FAILURES_FOR_NOTHING, aTruncatedAnswerIsNotNothingFound",
    "REPEATS_THE_SERVERS_TEXT, aStatusMeansWhatItMeans",
    "DIES_OF_ONE_ROW, aBrokenRowCostsOnlyItself",
    "HIDES_BROKEN_ROWS, aBrokenRowCostsOnlyItself",
    "IGNORES_THE_ADDRESS, theServerAddressIsASetting",
    "CLAIMS_A_FILTER, filtersThatAreDeclaredAreAppliedAndOthersIgnored",
    "HIDES_THE_INTERRUPT, anInterruptedSearchStops",
    "TAKES_FAILURES_FOR_NOTHING, anAnswerThatNeverComesIsNotNothingFound",
    "TELLS_THE_SECRET, aSecretIsInNoText",
    "LINKS_WITH_THE_SECRET, aSecretIsInNoText",
    "READS_THE_MACHINES_ZONE, thePlaceOfTheMachineChangesNothing",
    "INVENTS_A_CURRENCY, payIsNeverInACurrencyThatNobodyNamed",
    "DIES_OF_ODD_PAY, payIsNeverInACurrencyThatNobodyNamed",
    "STOPS_AFTER_A_PAGE, paging",
    "READS_ON_FOREVER, paging",
    "HIDES_A_FAILED_PAGE, paging",
    "READS_PAGES_FOR_NOTHING, paging",
  })
  void aFaultIsSeen(Fault fault, String test) {
    assertThat(Failing.tests(FAULT, fault, selectMethod(FaultyContract.class, test)))
        .contains(test);
  }
}

package dev.peregrine.host.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FillRateTest {

  private static Map<String, Object> posting(int number) {
    Posting bare =
        Posting.of("n" + number, "Cook " + number, URI.create("https://jobs.example/" + number));
    Posting posting =
        number == 0
            ? bare.withTags(List.of("grill", "wok"))
                .withDetail(PostingDetail.LEVEL, Optional.of("Senior"))
            : bare;
    return PostingJson.of(bare.nativeId(), posting, "lever", Optional.empty());
  }

  @Test
  void whatOneOfManyHasIsNeitherNothingNorAll() {
    List<FillRate> rates = FillRate.of(IntStream.range(0, 500).mapToObj(i -> posting(i)).toList());

    assertThat(FillRate.table(rates))
        .containsExactly(
            List.of("FIELD", "FILLED", "SHARE", "EXAMPLE"),
            List.of("title", "500 of 500", "100 %", "Cook 0"),
            List.of("url", "500 of 500", "100 %", "https://jobs.example/0"),
            List.of("tags", "1 of 500", "1 %", "grill, wok"),
            List.of("details.level", "1 of 500", "1 %", "Senior"));
    assertThat(FillRate.neverFilled(rates)).contains("company", "salary_min", "details.industry");
  }
}

package dev.peregrine.host.resumes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ResumeJsonTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void nothingIsLostNotEvenWhatTheSchemaDoesNotKnow() {
    String json =
        """
        {"$schema": "https://example.org/schema.json",
         "basics": {"name": "Ada Moss", "image": "", "email": 7, "x-pronunciation": "ey-da",
           "location": {"city": "Bonn", "countryCode": "DE", "geo": [50.7, 7.1]}},
         "work": [{"name": "Mill & Co", "position": "Miller", "startDate": "2019-03",
           "endDate": "Summer 2020", "highlights": ["Ground", ""], "x": null}],
         "education": [],
         "skills": [{"name": "Grinding", "years": 4.0, "keywords": ["Stone", "Steel"]}],
         "languages": ["English"],
         "meta": {"version": "v1.0.0"}}
        """;
    ResumeDocument document = ResumeJson.read(json).orElseThrow();
    assertThat(JSON.readTree(ResumeJson.write(document))).isEqualTo(JSON.readTree(json));
    assertThat(document.work().getFirst().period().start()).contains(PartialDate.of(2019, 3));
    assertThat(document.work().getFirst().period().end()).isEmpty();
    assertThat(document.skillNames()).containsExactly("Stone", "Steel");
  }

  @Test
  void whatGoesOnSaysSoAndHasNoEnd() {
    Work work = Work.EMPTY.withName("Mill").withPeriod(Period.since(PartialDate.of(2020)));
    ResumeDocument document = ResumeDocument.EMPTY.withWork(java.util.List.of(work));
    assertThat(ResumeJson.write(document)).doesNotContain("endDate").contains("\"current\" : true");
    assertThat(ResumeJson.read(ResumeJson.write(document))).contains(document);
  }

  @Test
  void anEmptyDocumentInventsNothing() {
    assertThat(JSON.readTree(ResumeJson.write(ResumeDocument.EMPTY)).isEmpty()).isTrue();
  }

  @Test
  void whatIsNoObjectIsNone() {
    assertThat(ResumeJson.read("[1]")).isEmpty();
    assertThat(ResumeJson.read("{\"a\":")).isEmpty();
  }
}

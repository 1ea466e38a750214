package dev.peregrine.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.About;
import dev.peregrine.api.export.ExportRequest.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTypesTest {

  private static final About ABOUT = About.of("pdf-plain", "PDF", "Writes PDF.");

  @Test
  void everyRequestHasAKindOfItsOwn() {
    assertThat(
            Arrays.stream(ExportRequest.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Kind.values()).map(Kind::name).toList());
    assertThat(new ExportRequest.Resume("{}").kind()).isEqualTo(Kind.RESUME);
  }

  @Test
  void aFormatHasANameAMediaTypeAndAnExtension() {
    assertThatThrownBy(() -> ExporterDescriptor.of(ABOUT, "PDF", "application/pdf", Kind.LETTER))
        .hasMessage("Exporter \"pdf-plain\": format \"PDF\", expected 2 to 20 of a-z, 0-9 and -.");
    assertThatThrownBy(() -> ExporterDescriptor.of(ABOUT, "pdf", "pdf", Kind.LETTER))
        .hasMessage(
            "Exporter \"pdf-plain\": media type \"pdf\", expected one such as application/pdf.");
    assertThatThrownBy(
            () ->
                ExporterDescriptor.of(ABOUT, "pdf", "application/pdf", Kind.LETTER)
                    .withExtension("../sh"))
        .hasMessage(
            "Exporter \"pdf-plain\": extension \"../sh\", expected 1 to 10 of a-z and 0-9.");
    assertThatThrownBy(() -> ExporterDescriptor.of(ABOUT, "pdf", "application/pdf"))
        .hasMessage("Exporter \"pdf-plain\": it exports nothing, expected at least one kind.");
  }

  @Test
  void templatesAreDeclaredOnce() {
    var look = new ExporterDescriptor.Template("calm", "Calm");
    assertThatThrownBy(
            () ->
                ExporterDescriptor.of(ABOUT, "pdf", "application/pdf", Kind.RESUME)
                    .withTemplates(look, look))
        .hasMessage("Exporter \"pdf-plain\": template \"calm\" is declared twice.");
  }

  @Test
  void aReportsPeriodHasAnOrder() {
    var sender = new ExportRequest.Sender("Ada Example", List.of(), List.of());
    LocalDate today = LocalDate.of(2026, 11, 22);
    assertThatThrownBy(
            () ->
                new ExportRequest.WorkSearch(
                    sender, today, today.minusDays(1), List.of(), List.of(), List.of()))
        .hasMessage("Period \"2026-11-22 to 2026-11-21\": the first day is after the last.");
  }
}

package dev.peregrine.api.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiSignatureReportTest {

  @Test
  void everythingThatAPluginCanSeeHasALine() {
    assertThat(Signatures.of(List.of(Sample.class, Sample.Part.class)))
        .containsExactly(
            "surface.ApiSignatureReportTest.Sample : sealed interface<T extends Number> extends"
                + " Comparable<T> permits surface.ApiSignatureReportTest.Sample.Part",
            "surface.ApiSignatureReportTest.Sample.Part : record implements"
                + " surface.ApiSignatureReportTest.Sample<Integer>",
            "surface.ApiSignatureReportTest.Sample.Part.compareTo(Integer other) : int",
            "surface.ApiSignatureReportTest.Sample.Part.names() : java.util.List<String>",
            "surface.ApiSignatureReportTest.Sample.Part.new(java.util.List<String> names)",
            "surface.ApiSignatureReportTest.Sample.first(T[] others) : default <E extends Exception>"
                + " java.util.Optional<? super T> throws E, InterruptedException",
            "surface.ApiSignatureReportTest.Sample.of(String... names) : static"
                + " surface.ApiSignatureReportTest.Sample.Part");
  }

  @Test
  void aDifferenceSaysWhatIsGoneWhatIsNewAndWhatToDo() {
    assertThat(ApiSignatureTest.difference(List.of("A.b() : int"), List.of("A.b() : long")))
        .isEqualTo(
            """
            The public API is not the one in peregrine-api/api.txt.

            Gone, which may break plugins:
              - A.b() : int

            New:
              + A.b() : long

            If this is wanted, update the list and commit it with the change:
              mvn -pl peregrine-api test -Dapi.update=true
            peregrine-api/README.md says what a change means for the version.
            """);
  }

  public sealed interface Sample<T extends Number> extends Comparable<T> {
    static Part of(String... names) {
      return new Part(List.of(names));
    }

    default <E extends Exception> Optional<? super T> first(T[] others)
        throws E, InterruptedException {
      return Optional.empty();
    }

    record Part(List<String> names) implements Sample<Integer> {
      @Override
      public int compareTo(Integer other) {
        return 0;
      }
    }
  }
}

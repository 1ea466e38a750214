package dev.peregrine.testkit;

import java.util.function.ToIntFunction;

/**
 * How a service gives its rows page by page, all of them at the same path.
 *
 * @param size how many rows a full page has
 * @param number which page a request asks for, counted from 0
 */
public record Paging(int size, ToIntFunction<RecordedRequest> number) {

  public Paging {
    if (size < 1) {
      throw new IllegalArgumentException(
          "Page size \"%d\": expected 1 or more rows.".formatted(size));
    }
  }

  /** Pages with a number in the query, such as {@code page=1} for the first one. */
  public static Paging byNumber(String parameter, int first, int size) {
    return new Paging(size, request -> whole(request, parameter, first) - first);
  }

  /** Pages that begin at a row, such as {@code offset=0} and {@code offset=100}. */
  public static Paging byOffset(String parameter, int size) {
    return new Paging(size, request -> whole(request, parameter, 0) / size);
  }

  private static int whole(RecordedRequest request, String parameter, int otherwise) {
    return request.query(parameter).map(Integer::parseInt).orElse(otherwise);
  }
}

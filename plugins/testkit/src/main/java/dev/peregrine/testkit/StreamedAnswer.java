package dev.peregrine.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a {@link RecordedServer} answers piece by piece, as servers of models do.
 *
 * @param status such as 200
 * @param headers names as sent
 * @param pieces each sent by itself
 * @param gate after the first half of the pieces the rest waits until it is open
 * @param end how the answer ends
 */
public record StreamedAnswer(
    int status, Map<String, String> headers, List<byte[]> pieces, CountDownLatch gate, End end) {

  /** How an answer ends. */
  public enum End {
    /** As HTTP has it. */
    WHOLE,
    /** The connection breaks. */
    BROKEN,
    /** Never: after the last piece nothing comes. */
    SILENT
  }

  public StreamedAnswer {
    headers = Map.copyOf(headers);
    pieces = List.copyOf(pieces);
  }

  /** Status 200 with these pieces in UTF-8, whole and without waiting. */
  public static StreamedAnswer of(String contentType, List<String> pieces) {
    List<byte[]> bytes =
        pieces.stream().map(piece -> piece.getBytes(StandardCharsets.UTF_8)).toList();
    return new StreamedAnswer(
        200, Map.of("Content-Type", contentType), bytes, new CountDownLatch(0), End.WHOLE);
  }

  /** This with another status. */
  public StreamedAnswer withStatus(int newStatus) {
    return new StreamedAnswer(newStatus, headers, pieces, gate, end);
  }

  /** This with another end. */
  public StreamedAnswer ending(End newEnd) {
    return new StreamedAnswer(status, headers, pieces, gate, newEnd);
  }

  /** This with the same bytes in pieces of this size, so that letters are torn apart. */
  public StreamedAnswer torn(int size) {
    var all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    byte[] bytes = all.toByteArray();
    var torn = new ArrayList<byte[]>();
    for (int i = 0; i < bytes.length; i += size) {
      torn.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size)));
    }
    return new StreamedAnswer(status, headers, torn, gate, end);
  }

  /** This, of which the second half waits until {@link #open}. */
  public StreamedAnswer gated() {
    return new StreamedAnswer(status, headers, pieces, new CountDownLatch(1), end);
  }

  /** This with a header more. */
  public StreamedAnswer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new StreamedAnswer(status, more, pieces, gate, end);
  }

  /** Lets the rest be sent. */
  public void open() {
    gate.countDown();
  }

  /** Waits until the rest may be sent, or the server closes. */
  void awaitGate(CountDownLatch closing) throws InterruptedException {
    while (gate.getCount() > 0 && closing.getCount() > 0) {
      if (gate.await(20, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }
}

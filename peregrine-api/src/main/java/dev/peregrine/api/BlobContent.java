package dev.peregrine.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

/** Content that is in memory already. */
record BlobContent(Blob blob, byte[] bytes) implements Content {

  BlobContent(Blob blob) {
    this(blob, blob.bytes());
  }

  @Override
  public String name() {
    return blob.name();
  }

  @Override
  public String mediaType() {
    return blob.mediaType();
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open(long from) {
    int start = (int) Objects.checkFromToIndex(from, bytes.length, bytes.length);
    return new ByteArrayInputStream(bytes, start, bytes.length - start);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlobContent content && blob.equals(content.blob);
  }

  @Override
  public int hashCode() {
    return blob.hashCode();
  }

  @Override
  public String toString() {
    return blob.toString();
  }
}

package dev.peregrine.host.imap;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.angus.mail.iap.ByteArray;

/**
 * A message read piece by piece. How long it is said to be is not trusted: its end is where the
 * server gives no more.
 */
final class PieceStream extends InputStream {

  static final int PIECE = 512 * 1024;

  /** Asks for a piece, which may be shorter than asked for; an empty one is behind the end. */
  interface Pieces {
    ByteArray piece(long from, int size) throws MailException;
  }

  private final Pieces pieces;
  private final long size;
  private ByteArray piece = new ByteArray(0);
  private int at;
  private long read;
  private boolean last;

  PieceStream(long size, Pieces pieces) {
    this.size = size;
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == piece.getCount() && !next()) {
      return -1;
    }
    int count = Math.min(length, piece.getCount() - at);
    System.arraycopy(piece.getBytes(), piece.getStart() + at, into, offset, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    if (last) {
      return false;
    }
    try {
      piece = pieces.piece(read, PIECE);
    } catch (MailException failed) {
      throw new IOException(failed);
    }
    at = 0;
    read += piece.getCount();
    last = piece.getCount() == 0 || (piece.getCount() < PIECE && read >= size);
    return piece.getCount() > 0;
  }
}

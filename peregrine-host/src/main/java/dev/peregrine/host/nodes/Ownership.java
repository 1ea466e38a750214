package dev.peregrine.host.nodes;

import dev.peregrine.host.tenancy.Tenant;

/** Whether this node works for somebody, and by which right. */
public interface Ownership {

  /** Of a program that is the only one. */
  Ownership ALONE =
      new Ownership() {
        @Override
        public boolean isMine(Tenant tenant) {
          return true;
        }

        @Override
        public long epoch(Tenant tenant) {
          return 1;
        }
      };

  /** Whether this node, and no other, may change what is theirs at this moment. */
  boolean isMine(Tenant tenant);

  /**
   * The fencing token under which this node holds them; whoever holds them later has a higher one.
   *
   * @throws dev.peregrine.host.storage.FencedException where this node does not hold them
   */
  long epoch(Tenant tenant);
}

package dev.peregrine.host.nodes;

import java.util.List;
import org.apache.ibatis.annotations.Select;

interface NodeStateMapper {

  @Select(
      """
      SELECT n.url, n.began_at, n.expires_at > clock_timestamp() AS alive, n.draining,
        count(l.shard)::int AS shards
      FROM node n LEFT JOIN shard_lease l USING (incarnation)
      GROUP BY n.incarnation
      ORDER BY n.began_at, n.url
      """)
  List<NodeState> all();
}

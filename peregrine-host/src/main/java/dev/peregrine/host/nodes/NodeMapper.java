package dev.peregrine.host.nodes;

import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

// clock_timestamp(): now() stands still while a transaction waits for a lock.
interface NodeMapper {

  record Lease(@Nullable String incarnation, long epoch) {}

  record Node(String incarnation, String url, boolean alive) {}

  @Insert(
      """
      INSERT INTO node (incarnation, url, draining, began_at, expires_at)
      VALUES (#{me}::uuid, #{url}, #{draining}, clock_timestamp(),
        clock_timestamp() + #{millis} * interval '1 millisecond')
      """)
  int enter(
      @Param("me") String me,
      @Param("url") String url,
      @Param("draining") boolean draining,
      @Param("millis") long millis);

  // Also where it has expired: as long as nobody deleted the row, nobody took anything over.
  @Update(
      """
      UPDATE node SET draining = #{draining},
        expires_at = clock_timestamp() + #{millis} * interval '1 millisecond'
      WHERE incarnation = #{me}::uuid
      """)
  int beat(
      @Param("me") String me, @Param("draining") boolean draining, @Param("millis") long millis);

  @Delete("DELETE FROM node WHERE incarnation = #{node}::uuid")
  int bury(@Param("node") String node);

  @Select(
      "SELECT incarnation::text AS incarnation, epoch FROM shard_lease WHERE shard = #{shard} FOR UPDATE")
  Lease lock(@Param("shard") int shard);

  @Select("SELECT 1 FROM node WHERE incarnation = #{node}::uuid FOR UPDATE")
  @Nullable Integer lockNode(@Param("node") String node);

  @Select(
      """
      SELECT incarnation::text AS incarnation, url, expires_at > clock_timestamp() AS alive
      FROM node WHERE incarnation = #{node}::uuid
      """)
  Optional<Node> node(@Param("node") String node);

  @Select(
      """
      SELECT n.incarnation::text AS incarnation, n.url, n.expires_at > clock_timestamp() AS alive
      FROM shard_lease l JOIN node n USING (incarnation) WHERE l.shard = #{shard}
      """)
  Optional<Node> holder(@Param("shard") int shard);

  @Select(
      """
      SELECT incarnation::text AS incarnation, url, true AS alive
      FROM node
      WHERE incarnation <> #{me}::uuid AND url <> '' AND NOT draining
        AND expires_at > clock_timestamp()
      ORDER BY md5(incarnation::text || #{shard}::text)
      LIMIT 1
      """)
  Optional<Node> another(@Param("me") String me, @Param("shard") int shard);

  @Select(
      value =
          """
          UPDATE shard_lease
          SET incarnation = #{me}::uuid, epoch = epoch + 1, taken_at = clock_timestamp()
          WHERE shard = #{shard} AND EXISTS (SELECT 1 FROM node WHERE incarnation = #{me}::uuid)
          RETURNING epoch
          """,
      affectData = true)
  @Nullable Long take(@Param("shard") int shard, @Param("me") String me);

  @Update(
      """
      UPDATE shard_lease SET incarnation = NULL
      WHERE shard = #{shard} AND incarnation = #{me}::uuid AND epoch = #{epoch}
      """)
  int release(@Param("shard") int shard, @Param("me") String me, @Param("epoch") long epoch);
}

package dev.peregrine.host.programs;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of tokens. */
interface TokenMapper {

  record Row(
      long id,
      String name,
      String digest,
      String scopes,
      long created,
      @Nullable Long expires,
      @Nullable Long used,
      @Nullable Long revoked) {}

  @Select(
      """
      SELECT id, name, digest, scopes, created, expires, used, revoked FROM api_tokens
      WHERE revoked IS NULL ORDER BY name COLLATE NOCASE, id
      """)
  List<Row> all();

  @Select(
      """
      SELECT id, name, digest, scopes, created, expires, used, revoked FROM api_tokens
      WHERE id = #{id}
      """)
  @Nullable Row byId(@Param("id") long id);

  @Select(
      """
      INSERT INTO api_tokens (name, digest, scopes, created, expires)
      VALUES (#{name}, #{digest}, #{scopes}, #{created}, #{expires})
      RETURNING id, name, digest, scopes, created, expires, used, revoked
      """)
  Row add(
      @Param("name") String name,
      @Param("digest") String digest,
      @Param("scopes") String scopes,
      @Param("created") long created,
      @Param("expires") @Nullable Long expires);

  @Update("UPDATE api_tokens SET revoked = #{at} WHERE id = #{id} AND revoked IS NULL")
  int revoke(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE api_tokens SET revoked = NULL WHERE id = #{id} AND revoked >= #{since}")
  int restore(@Param("id") long id, @Param("since") long since);

  @Delete("DELETE FROM api_tokens WHERE revoked < #{before}")
  int forget(@Param("before") long before);

  @Update("UPDATE api_tokens SET used = #{at} WHERE id = #{id}")
  int use(@Param("id") long id, @Param("at") long at);
}

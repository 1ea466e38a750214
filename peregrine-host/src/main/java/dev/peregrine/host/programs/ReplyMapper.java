package dev.peregrine.host.programs;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Keeps what was answered to a request that named itself. */
interface ReplyMapper {

  record Row(
      String request,
      long begun,
      @Nullable Integer status,
      @Nullable String mediaType,
      @Nullable String body,
      @Nullable String location) {}

  @Select(
      """
      SELECT request, begun, status, media_type AS mediaType, body, location FROM api_replies
      WHERE token = #{token} AND key = #{key}
      """)
  @Nullable Row find(@Param("token") long token, @Param("key") String key);

  @Insert(
      """
      INSERT INTO api_replies (token, key, request, begun)
      VALUES (#{token}, #{key}, #{request}, #{at})
      """)
  int begin(
      @Param("token") long token,
      @Param("key") String key,
      @Param("request") String request,
      @Param("at") long at);

  @Update(
      """
      UPDATE api_replies SET status = #{reply.status}, media_type = #{reply.mediaType},
        body = #{reply.body}, location = #{reply.location}
      WHERE token = #{token} AND key = #{key}
      """)
  int end(@Param("token") long token, @Param("key") String key, @Param("reply") KeptReply reply);

  @Delete("DELETE FROM api_replies WHERE token = #{token} AND key = #{key}")
  int drop(@Param("token") long token, @Param("key") String key);

  @Delete("DELETE FROM api_replies WHERE begun < #{before}")
  int forget(@Param("before") long before);
}

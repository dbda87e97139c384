# frozen_string_literal: true

require 'securerandom'
require_relative 'json'
require_relative 'values'
require_relative 'wire'

module Itc
  # What a request carries: its bytes and their media type; and of a multipart body, its parts.
  class Body
    # One part of a multipart body; `file` is its file name, if it is a file.
    Part = Struct.new(:name, :content, :file, :media_type)

    # Bytes that are told as they are; nil where there are `parts`.
    attr_reader :content
    attr_reader :parts, :media_type

    # One body at most: `json:`, `form:`, `multipart:`, or `text:`, which is a pair of a media type
    # and the text.
    def self.of(media_type: nil, **body)
      return if body.empty?

      (kind, value), = body.to_a
      case kind
      when :json then new(Json.write(value), media_type || 'application/json')
      when :form then new(Wire.fill_query(value).delete_prefix('?'), 'application/x-www-form-urlencoded')
      when :text then new(Wire.written(value[1]), value[0])
      when :multipart then multipart(value)
      else raise ArgumentError, "there is no body of kind #{kind}"
      end
    end

    def self.multipart(values)
      parts = values.flat_map do |name, value|
        (value.is_a?(Array) ? value : [value]).map { |item| part(name.to_s, item) }
      end
      new(nil, "multipart/form-data; boundary=#{SecureRandom.hex(16)}", parts)
    end

    def self.part(name, item)
      case item
      when Values::Upload then Part.new(name, item.content, item.name, item.media_type)
      when Hash then Part.new(name, Json.write(item), nil, 'application/json')
      else Part.new(name, Wire.written(item))
      end
    end

    private_class_method :new, :multipart, :part

    def initialize(content, media_type, parts = nil)
      @content = content
      @media_type = media_type
      @parts = parts
    end

    # As it travels.
    def bytes
      return content.b if content

      boundary = media_type.split('boundary=').last
      parts.map { |part| "--#{boundary}\r\n#{head(part)}\r\n\r\n".b + part.content.b + "\r\n".b }.join +
        "--#{boundary}--\r\n".b
    end

    private

    # RFC 7578 §4.2; names are escaped as browsers do it.
    def head(part)
      lines = ["Content-Disposition: form-data; name=\"#{escaped(part.name)}\""]
      lines[0] += "; filename=\"#{escaped(part.file)}\"" if part.file
      lines << "Content-Type: #{part.media_type}" if part.media_type
      lines.join("\r\n")
    end

    def escaped(name)
      name.gsub(/[\x00-\x1f"]/) { |char| format('%%%02X', char.ord) }
    end
  end
end

# frozen_string_literal: true

require 'base64'
require_relative 'json'
require_relative 'pending'

module Itc
  # What requests are made of: good values, and the same with one thing changed.
  module Values
    # A file that is sent in a multipart body.
    Upload = Struct.new(:name, :media_type, :content)

    module_function

    # A copy of the value without some members or items, left out one after the other.
    #
    # What is not there anyway needs not be left out.
    def without(value, *pointers)
      copy = Json.plain(value)
      pointers.each do |pointer|
        *way, last = segments(pointer)
        owner = walk(copy, way)
        owner.is_a?(Array) ? owner.delete_at(Integer(last, 10)) : owner.delete(last) if structure?(owner)
      rescue IndexError, ArgumentError
        next
      end
      copy
    end

    # A copy of the value with one member or item changed or added.
    def changed(value, pointer, new)
      new = Json.plain(new)
      return new if pointer == ''

      copy = Json.plain(value)
      *way, last = segments(pointer)
      owner = walk(copy, way)
      if owner.is_a?(Array)
        owner[last == '-' ? owner.size : Integer(last, 10)] = new
      else
        owner[last] = new
      end
      copy
    end

    # What a JSON Pointer (RFC 6901) leads to; a KeyError or IndexError where there is nothing.
    def at(value, pointer)
      walk(value, way(pointer))
    end

    # A file to send: its name, its media type, and its text or bytes.
    def upload(name, media_type, text = '', base64: nil)
      Upload.new(name, media_type, base64 ? Base64.decode64(base64) : text)
    end

    # The number that a text stands for, where one is asked for.
    def number(text, kind)
      case kind
      when nil then text
      when :integer then Integer(text, 10)
      when :number then Float(text)
      end
    end

    # The segments of a JSON Pointer, decoded.
    def way(pointer)
      pointer == '' ? [] : segments(pointer.delete_prefix('/'))
    end

    def structure?(value)
      value.is_a?(Array) || value.is_a?(Hash)
    end

    def segments(pointer)
      pointer.split('/', -1).map { |part| part.gsub('~1', '/').gsub('~0', '~') }
    end

    def walk(value, segments)
      segments.reduce(value) do |owner, segment|
        case owner
        when Array then owner.fetch(Integer(segment, 10))
        when Hash then owner.fetch(segment)
        else raise KeyError, "there is nothing in #{Json.write(owner)}"
        end
      end
    end
  end
end

# frozen_string_literal: true

require_relative 'json'

module Itc
  # The ids of cases, which stay the same when examples are renamed: itc.lock knows them.
  module Cases
    module_function

    # The id of a running example; nil where it is none of itc's.
    def id_of(example)
      ids["#{File.basename(example.metadata[:absolute_file_path])}: #{example.full_description}"]
    end

    def ids
      @ids ||= read(File.join(FOLDER, 'itc.lock'))
    end

    def read(lock)
      File.exist?(lock) ? Json.parse(File.read(lock, encoding: 'UTF-8')).fetch('cases', {}).invert : {}
    end
  end
end

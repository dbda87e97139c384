# frozen_string_literal: true

module Itc
  # Patterns of a contract, which are in the dialect of ECMA-262, as Ruby reads them.
  module Patterns
    ESCAPE = /
      \\(?:
        u\{(?<point>\h+)\}
        | u(?<high>[dD][89abAB]\h{2})\\u(?<low>[dD][c-fC-F]\h{2})
        | u(?<unit>\h{4})
        | x(?<byte>\h{2})
        | c(?<control>[A-Za-z])
        | (?<group>k<\w+>)
        | (?<property>[pP]\{[^}]*\})
        | (?<null>0)(?!\d)
        | (?<other>[\s\S])
      )/x.freeze

    CONTROLS = { 't' => "\t", 'n' => "\n", 'r' => "\r", 'v' => "\v", 'f' => "\f" }.freeze

    # ECMA-262 §12.2 and §12.3: what `\s` matches, and what `.` does not.
    SPACE = '\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
    LINE_END = '\n\r\u2028\u2029'

    ENDS = { '^' => '\A', '$' => '\z', '.' => "[^#{LINE_END}]" }.freeze

    @known = {}

    module_function

    # The pattern as an expression of Ruby; a RegexpError where Ruby has nothing like it.
    def compiled(pattern)
      @known[pattern] ||= quietly { Regexp.new(translated(pattern)) }
    end

    # What Ruby warns of in a pattern (`[\w_]` has a character twice) is for the owner of the contract.
    def quietly
      verbose = $VERBOSE
      $VERBOSE = nil
      yield
    ensure
      $VERBOSE = verbose
    end

    # The same pattern in Ruby's dialect. There, `^` and `$` are the ends of a line, `.` matches
    # more, and a set may have sets in it.
    def translated(pattern)
      parts = []
      at = 0
      while at < pattern.size
        part, at = part_at(pattern, at)
        parts << part
      end
      "(?a:#{parts.join})"
    end

    # What begins at an index, outside of a set, and where it ends.
    def part_at(pattern, at)
      char = pattern[at]
      case char
      when '\\'
        escape = escape_at(pattern, at)
        [outside(escape), escape.end(0)]
      when '[' then set_at(pattern, at + 1)
      when '{' then [pattern.match?(/\G\{\d+(?:,\d*)?\}/, at) ? char : '\{', at + 1]
      else [ENDS.fetch(char, char), at + 1]
      end
    end

    def escape_at(pattern, at)
      ESCAPE.match(pattern, at) or raise RegexpError, 'nothing is escaped'
    end

    def outside(escape)
      return escape[0] if escape[:group] || escape[:property]

      char = character(escape)
      return Regexp.escape(char) if char

      { 's' => "[#{SPACE}]", 'S' => "[^#{SPACE}]" }.fetch(escape[:other], escape[0])
    end

    # The character that an escape stands for; nil, where it stands for several or a place.
    def character(escape)
      return if escape[:property]
      return pair(escape) if escape[:high]

      digits = escape[:point] || escape[:unit] || escape[:byte]
      return point(digits.hex) if digits
      return (escape[:control].ord % 32).chr if escape[:control]
      return "\0" if escape[:null]

      other = escape[:other]
      CONTROLS.fetch(other, other) unless other.match?(/[dDwWsSbB\d]/)
    end

    def pair(escape)
      point(0x10000 + ((escape[:high].hex - 0xD800) << 10) + (escape[:low].hex - 0xDC00))
    end

    def point(number)
      raise RegexpError, 'UTF-8 has no half of a surrogate pair' if (0xD800..0xDFFF).cover?(number)

      [number].pack('U')
    rescue RangeError
      raise RegexpError, 'there is no such character'
    end

    # A set such as `[^a-z]`, from behind its bracket on, and where it ends.
    def set_at(pattern, at)
      negation = pattern[at] == '^' ? '^' : ''
      at += negation.size
      members = []
      until pattern[at] == ']'
        member, at = range_at(pattern, at)
        members << member
      end
      return [negation.empty? ? '(?!)' : '[\s\S]', at + 1] if members.empty?

      ["[#{negation}#{members.join}]", at + 1]
    end

    # A member of a set, or a range of two, and where it ends.
    def range_at(pattern, at)
      first, is_class, at = member_at(pattern, at)
      return [first, at] unless pattern[at] == '-' && pattern[at + 1] != ']'

      last, ends_in_class, at = member_at(pattern, at + 1)
      ["#{first}#{is_class || ends_in_class ? '\-' : '-'}#{last}", at]
    end

    # A member of a set, whether it stands for several characters, and where it ends.
    def member_at(pattern, at)
      raise RegexpError, 'a set does not end' if at >= pattern.size
      return [in_set(pattern[at]), false, at + 1] unless pattern[at] == '\\'

      escape = escape_at(pattern, at)
      char = escape[:other] == 'b' ? "\b" : character(escape)
      return [in_set(char), false, escape.end(0)] if char

      [escape[:other] == 's' ? SPACE : escape[0], true, escape.end(0)]
    end

    def in_set(char)
      char.match?(/[\\\]\[\^\-&~|]/) ? "\\#{char}" : char
    end
  end
end

#include "core/io/npz_reader.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"
#include "core/io/zip_reader.h"
#include "core/text/unicode/byte_chars.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

constexpr std::uint64_t kMostUnpacked = 1u << 30;
constexpr std::size_t kMostNpyHeader = 64 << 10, kMostText = 64 << 20;

/// Little-endian numbers of a file, each checked to lie in it.
class Bytes {
 public:
  Bytes(std::span<const std::byte> bytes, const std::string& place) : m_bytes(bytes), m_place(place) {}

  std::uint64_t number(std::uint64_t at, unsigned size) const {
    std::uint64_t value = 0;
    std::memcpy(&value, part(at, size).data(), size);
    return value;
  }
  std::span<const std::byte> part(std::uint64_t at, std::uint64_t size) const {
    if (at > m_bytes.size() || size > m_bytes.size() - at)
      throw Error(m_place + ": invalid or truncated zip");
    return m_bytes.subspan(at, size);
  }
  std::string_view text(std::uint64_t at, std::uint64_t size) const {
    const auto found = part(at, size);
    return {reinterpret_cast<const char*>(found.data()), found.size()};
  }
  std::uint64_t size() const { return m_bytes.size(); }

 private:
  std::span<const std::byte> m_bytes;
  const std::string& m_place;
};

/// One file of the zip as its directory tells it.
struct Member {
  std::string name;
  bool stored = false;
  std::uint64_t packed = 0, size = 0, header = 0;
};

/// The directory of a zip (APPNOTE 6.3, with the 64-bit parts), read by hand, since no library says where in the file
/// the bytes of a member lie.
std::vector<Member> directoryOf(const Bytes& zip, const std::string& place) {
  constexpr std::uint32_t kEnd = 0x06054b50, kEnd64 = 0x06064b50, kLocator64 = 0x07064b50, kEntry = 0x02014b50;
  constexpr std::uint64_t kEndBytes = 22, kMostComment = 65535;
  std::optional<std::uint64_t> end;
  for (std::uint64_t back = kEndBytes; back <= std::min(zip.size(), kEndBytes + kMostComment) && !end; ++back)
    if (zip.number(zip.size() - back, 4) == kEnd) end = zip.size() - back;
  if (!end) throw Error(place + ": expected a NumPy .npz (a zip), found something else (truncated?)");
  std::uint64_t count = zip.number(*end + 10, 2), at = zip.number(*end + 16, 4);
  if (*end >= 20 && zip.number(*end - 20, 4) == kLocator64) {
    const std::uint64_t end64 = zip.number(*end - 12, 8);
    if (zip.number(end64, 4) != kEnd64) throw Error(place + ": invalid zip");
    count = zip.number(end64 + 32, 8);
    at = zip.number(end64 + 48, 8);
  }
  if (count > kMostTensors)
    throw Error(place + ": expected at most " + std::to_string(kMostTensors) + " arrays, found " +
                std::to_string(count));
  std::vector<Member> members;
  for (; count > 0; --count) {
    if (zip.number(at, 4) != kEntry) throw Error(place + ": invalid zip directory");
    Member member;
    member.stored = zip.number(at + 10, 2) == 0;
    member.packed = zip.number(at + 20, 4);
    member.size = zip.number(at + 24, 4);
    member.header = zip.number(at + 42, 4);
    const std::uint64_t name = zip.number(at + 28, 2), extra = zip.number(at + 30, 2), comment = zip.number(at + 32, 2);
    member.name = zip.text(at + 46, name);
    // What does not fit into 32 bits stands, in this order, in an extra field of its own.
    for (std::uint64_t field = at + 46 + name; field + 4 <= at + 46 + name + extra;) {
      const std::uint64_t size = zip.number(field + 2, 2);
      if (zip.number(field, 2) == 1) {
        std::uint64_t value = field + 4;
        for (std::uint64_t* wide : {&member.size, &member.packed, &member.header})
          if (*wide == 0xffffffff) {
            *wide = zip.number(value, 8);
            value += 8;
          }
      }
      field += 4 + size;
    }
    at += 46 + name + extra + comment;
    members.push_back(std::move(member));
  }
  return members;
}

/// Where the bytes of a stored member lie.
std::span<const std::byte> bytesOf(const Member& member, const Bytes& zip, const std::string& what) {
  constexpr std::uint32_t kLocal = 0x04034b50;
  if (zip.number(member.header, 4) != kLocal || member.packed != member.size)
    throw Error(what + ": invalid file in the zip");
  const std::uint64_t begin =
      member.header + 30 + zip.number(member.header + 26, 2) + zip.number(member.header + 28, 2);
  return zip.part(begin, member.size);
}

/// The value of `key` in the dictionary that a .npy header is, up to where it ends.
std::string_view valueOf(std::string_view header, std::string_view key, const std::string& what) {
  const std::size_t at = header.find("'" + std::string(key) + "':");
  if (at == std::string_view::npos)
    throw Error(what + ": expected '" + std::string(key) + "' in its header, found none");
  std::string_view rest = header.substr(at + key.size() + 3);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  const char close = rest.starts_with('(') ? ')' : rest.starts_with('\'') ? '\'' : ',';
  const std::size_t end = rest.find(close, 1);
  if (end == std::string_view::npos) throw Error(what + ": invalid NumPy header");
  return rest.substr(0, close == ',' ? end : end + 1);
}

Shape shapeOf(std::string_view text, const std::string& what) {
  if (!text.starts_with('('))
    throw Error(what + ": expected a shape in its header, found '" + std::string(text.substr(0, 60)) + "'");
  Shape shape;
  const char* at = text.data() + 1;
  const char* const end = text.data() + text.size() - 1;
  while (at < end) {
    if (*at == ' ' || *at == ',') {
      ++at;
      continue;
    }
    std::int64_t axis = 0;
    const auto [next, failed] = std::from_chars(at, end, axis);
    if (failed != std::errc() || axis < 0 || shape.size() == kMostAxes)
      throw Error(what + ": expected a shape of at most " + std::to_string(kMostAxes) + " axes, found '" +
                  std::string(text.substr(0, 60)) + "'");
    shape.push_back(axis);
    at = next;
  }
  return shape;
}

std::optional<Dtype> formatOf(std::string_view type) {
  constexpr std::pair<std::string_view, Dtype> kTypes[] = {
      {"f8", Dtype::F64}, {"f4", Dtype::F32}, {"f2", Dtype::F16}, {"V2", Dtype::BF16},
      {"i8", Dtype::I64}, {"i4", Dtype::I32}, {"i2", Dtype::I16}, {"i1", Dtype::I8},
      {"u8", Dtype::U64}, {"u4", Dtype::U32}, {"u2", Dtype::U16}, {"u1", Dtype::U8},
      {"b1", Dtype::Bool}};
  for (const auto& [name, format] : kTypes)
    if (type == name) return format;
  return {};
}

/// Texts of `width` characters each, filled up with zeros: of four bytes ('U') or of one ('S').
std::vector<std::string> textsOf(std::span<const std::byte> bytes, bool wide, std::uint64_t width) {
  std::vector<std::string> texts;
  const std::uint64_t each = width * (wide ? 4 : 1);
  for (std::uint64_t at = 0; each > 0 && at + each <= bytes.size(); at += each) {
    std::string& text = texts.emplace_back();
    for (std::uint64_t i = 0; i < each; i += wide ? 4 : 1) {
      std::uint32_t c = 0;
      std::memcpy(&c, bytes.data() + at + i, wide ? 4 : 1);
      if (c == 0) break;
      if (wide)
        utf8::append(text, c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ? U'\ufffd' : c);
      else
        text += static_cast<char>(c);
    }
    if (utf8::isValid(text)) continue;
    std::string named;  // Parts of a character, as byte-level tokens are: each by its number.
    for (const char c : text) named += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : byteName(static_cast<std::uint8_t>(c));
    text = named;
  }
  return texts;
}

/// One .npy (NEP 1): its numbers stay where they are.
void readNpy(std::span<const std::byte> npy, const std::shared_ptr<const void>& owner,
             const std::shared_ptr<const MemoryMap>& file, const std::string& name, const std::string& what,
             NumpyArrays& out) {
  const auto broken = [&what] { throw Error(what + ": expected a NumPy array, found something else (truncated?)"); };
  if (npy.size() < 10 || std::memcmp(npy.data(), "\x93NUMPY", 6) != 0) broken();
  const auto major = static_cast<unsigned>(npy[6]);
  if (major < 1 || major > 3) broken();
  const std::size_t fixed = major == 1 ? 10 : 12;
  if (npy.size() < fixed) broken();
  std::uint64_t length = 0;
  std::memcpy(&length, npy.data() + 8, fixed - 8);
  if (length > kMostNpyHeader || length > npy.size() - fixed) broken();
  const std::string_view header(reinterpret_cast<const char*>(npy.data()) + fixed, length);
  const auto data = npy.subspan(fixed + length);

  const auto leaveOut = [&](const std::string& why) { out.unread[name] = what + ": " + why; };
  const std::string_view quoted = valueOf(header, "descr", what);
  if (quoted.size() < 4 || quoted.front() != '\'')
    return leaveOut("expected an array of numbers, found one of records");
  const std::string_view type = quoted.substr(1, quoted.size() - 2);
  const Shape shape = shapeOf(valueOf(header, "shape", what), what);
  if (type.ends_with('O'))
    return leaveOut(
        "expected an array of numbers or texts, found Python objects; save each layer as an array of its own "
        "('attentions.0', 'attentions.1', …), and tokens as numpy.array(tokens, dtype=str)");
  if (type[0] == '>' && !type.ends_with("1"))
    return leaveOut("expected little-endian numbers, found '" + std::string(type) +
                    "'; use a.astype(a.dtype.newbyteorder('<'))");
  if (valueOf(header, "fortran_order", what).starts_with("True") && shape.size() > 1)
    return leaveOut("expected an array in C order, found Fortran order; use numpy.ascontiguousarray");

  const std::string_view kind = type.substr(1);
  if (kind[0] == 'U' || kind[0] == 'S') {
    std::uint64_t width = 0;
    std::from_chars(kind.data() + 1, kind.data() + kind.size(), width);
    if (data.size() > kMostText) throw Error(what + ": expected at most 64 MiB of text, found more");
    out.texts[name] = textsOf(data, kind[0] == 'U', std::min<std::uint64_t>(width, kMostText));
    return;
  }
  const auto format = formatOf(kind);
  if (!format) return leaveOut("expected real or whole numbers, found the format '" + std::string(type) + "'");
  StoredTensor tensor{*format, shape, data, owner, file};
  const std::uint64_t expected = bytesOf(shape, *format, what);
  if (data.size() != expected)
    throw Error(what + ": " + shapeText(shape) + " needs " + std::to_string(expected) + " bytes, the file has " +
                std::to_string(data.size()));
  out.tensors[name] = std::move(tensor);
}

}  // namespace

bool isNumpyFile(const std::filesystem::path& file) {
  return file.extension() == ".npz" || file.extension() == ".npy";
}

NumpyArrays readNumpy(const std::filesystem::path& file) {
  const auto map = MemoryMap::open(file);
  const std::string place = "'" + file.string() + "'";
  if (file.extension() == ".npy") {
    NumpyArrays one;
    readNpy(map->bytes(), map, map, {}, place, one);
    map->check();
    return one;
  }
  const Bytes zip(map->bytes(), place);
  const std::string_view whole(reinterpret_cast<const char*>(map->bytes().data()), map->bytes().size());
  NumpyArrays out;
  std::uint64_t room = kMostUnpacked;
  for (const Member& member : directoryOf(zip, place)) {
    if (!member.name.ends_with(".npy")) continue;
    const std::string name = member.name.substr(0, member.name.size() - 4);
    const std::string what = place + ": array '" + name + "'";
    if (out.tensors.contains(name) || out.texts.contains(name) || out.unread.contains(name))
      throw Error(what + " is a duplicate");
    if (member.stored) {
      readNpy(bytesOf(member, zip, what), map, map, name, what, out);
      continue;
    }
    const auto unpacked = std::make_shared<std::optional<std::string>>(readZipEntry(
        whole, [&member](std::string_view entry) { return entry == member.name; }, room, place));
    if (!*unpacked) throw Error(what + ": invalid file in the zip");
    room -= (*unpacked)->size();
    readNpy(std::as_bytes(std::span(**unpacked)), unpacked, nullptr, name, what, out);
  }
  map->check();
  return out;
}

}  // namespace headlight

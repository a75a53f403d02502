#include "core/text/models/sentencepiece_model.h"

#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

/// One field of a protocol-buffer message.
struct Field {
  std::uint32_t number = 0, wireType = 0;
  std::uint64_t value = 0;  // of a varint or a fixed number
  std::string_view bytes;   // of a length-delimited field
};

/// Reads the fields of one message in order.
class Message {
 public:
  Message(std::string_view bytes, const std::string& name) : m_bytes(bytes), m_name(name) {}

  /// False at the end.
  bool next(Field& field) {
    if (m_at == m_bytes.size()) return false;
    const std::uint64_t key = varint();
    field.number = static_cast<std::uint32_t>(key >> 3);
    field.wireType = static_cast<std::uint32_t>(key & 7);
    if (field.number == 0 || key >> 32 != 0) throw wrong("expected a field, found key " + std::to_string(key));
    switch (field.wireType) {
      case 0:
        field.value = varint();
        break;
      case 1:
        field.value = fixed(8);
        break;
      case 2: {
        const std::uint64_t length = varint();
        if (length > m_bytes.size() - m_at) {
          throw wrong("a field claims " + std::to_string(length) + " bytes, " + std::to_string(m_bytes.size() - m_at) +
                      " are left");
        }
        field.bytes = m_bytes.substr(m_at, static_cast<std::size_t>(length));
        m_at += static_cast<std::size_t>(length);
        break;
      }
      case 5:
        field.value = fixed(4);
        break;
      default:
        throw wrong("expected a wire type of protocol buffers, found " + std::to_string(field.wireType));
    }
    return true;
  }

  Error wrong(const std::string& what) const { return Error(m_name + ": no SentencePiece model: " + what); }

 private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (m_at == m_bytes.size()) throw wrong("it ends within a number");
      const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw wrong("a number is longer than ten bytes");
  }

  std::uint64_t fixed(std::size_t size) {
    if (size > m_bytes.size() - m_at) throw wrong("it ends within a number");
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(m_bytes[m_at + i]);
    m_at += size;
    return value;
  }

  std::string_view m_bytes;
  const std::string& m_name;
  std::size_t m_at = 0;
};

SentencePieceModel::Piece readPiece(std::string_view bytes, const std::string& name) {
  SentencePieceModel::Piece piece;
  Message message(bytes, name);
  for (Field field; message.next(field);) {
    if (field.number == 1 && field.wireType == 2) piece.text = std::string(field.bytes);
    if (field.number == 2 && field.wireType == 5) {
      const auto bits = static_cast<std::uint32_t>(field.value);
      std::memcpy(&piece.score, &bits, sizeof(bits));
    }
    if (field.number == 3 && field.wireType == 0) {
      if (field.value < 1 || field.value > 6)
        throw message.wrong("expected a piece of type 1 to 6, found " + std::to_string(field.value));
      piece.type = static_cast<SentencePieceModel::PieceType>(field.value);
    }
  }
  if (!utf8::isValid(piece.text)) throw message.wrong("a piece is not UTF-8");
  if (!std::isfinite(piece.score)) throw message.wrong("piece '" + piece.text + "' has no finite score");
  return piece;
}

void readTrainer(std::string_view bytes, const std::string& name, SentencePieceModel& model) {
  Message message(bytes, name);
  for (Field field; message.next(field);) {
    const auto number = static_cast<int>(static_cast<std::int64_t>(field.value));
    switch (field.number) {
      case 3:
        if (field.value < 1 || field.value > 4)
          throw message.wrong("expected a model of type 1 to 4, found " + std::to_string(field.value));
        model.kind = static_cast<SentencePieceModel::Kind>(field.value);
        break;
      case 35:
        model.byteFallback = field.value != 0;
        break;
      case 40:
        model.unknownId = number;
        break;
      case 41:
        model.bosId = number;
        break;
      case 42:
        model.eosId = number;
        break;
      case 43:
        model.padId = number;
        break;
      case 45:
        model.unknownPiece = std::string(field.bytes);
        break;
      case 46:
        model.bosPiece = std::string(field.bytes);
        break;
      case 47:
        model.eosPiece = std::string(field.bytes);
        break;
      case 48:
        model.padPiece = std::string(field.bytes);
        break;
      default:
        break;
    }
  }
}

void readNormalizer(std::string_view bytes, const std::string& name, SentencePieceModel& model) {
  Message message(bytes, name);
  for (Field field; message.next(field);) {
    if (field.number == 2 && field.wireType == 2) model.charsmap = std::string(field.bytes);
    if (field.number == 3) model.addDummyPrefix = field.value != 0;
    if (field.number == 4) model.removeExtraWhitespaces = field.value != 0;
    if (field.number == 5) model.escapeWhitespaces = field.value != 0;
  }
}

}  // namespace

SentencePieceModel parseSentencePieceModel(std::string_view bytes, const std::string& name) {
  SentencePieceModel model;
  Message message(bytes, name);
  for (Field field; message.next(field);) {
    if (field.wireType != 2) continue;
    if (field.number == 1) model.pieces.push_back(readPiece(field.bytes, name));
    if (field.number == 2) readTrainer(field.bytes, name, model);
    if (field.number == 3) readNormalizer(field.bytes, name, model);
  }
  if (model.pieces.empty()) throw message.wrong("it has no pieces");
  if (model.unknownId < 0 || static_cast<std::size_t>(model.unknownId) >= model.pieces.size()) {
    throw message.wrong("expected unk_id among the " + std::to_string(model.pieces.size()) + " pieces, found " +
                        std::to_string(model.unknownId));
  }
  return model;
}

}  // namespace headlight

#pragma once

#include <QTemporaryDir>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// A folder of tokenizer files made for one test.
class TokenizerFolder {
 public:
  std::filesystem::path path() const { return m_folder.path().toStdString(); }

  void write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path() / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  void writeJson(const std::string& name, const nlohmann::json& json) const { write(name, json.dump()); }

 private:
  QTemporaryDir m_folder;
};

/// Writes the fields of a protocol-buffer message.
class MessageWriter {
 public:
  MessageWriter& varint(int field, std::uint64_t value) {
    number(static_cast<std::uint64_t>(field) << 3);
    number(value);
    return *this;
  }
  MessageWriter& bytes(int field, std::string_view value) {
    number(static_cast<std::uint64_t>(field) << 3 | 2);
    number(value.size());
    m_bytes += value;
    return *this;
  }
  MessageWriter& real(int field, float value) {
    number(static_cast<std::uint64_t>(field) << 3 | 5);
    char raw[4];
    std::memcpy(raw, &value, 4);
    m_bytes.append(raw, 4);
    return *this;
  }
  const std::string& text() const { return m_bytes; }

 private:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) m_bytes.push_back(static_cast<char>(0x80 | (value & 0x7F)));
    m_bytes.push_back(static_cast<char>(value));
  }
  std::string m_bytes;
};

#include "core/checkpoint/pickle.h"
#include "core/checkpoint/torch_archive.h"
#include "core/io/zip_reader.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

std::string checked(const std::filesystem::path& file) {
  return fuzz::messageOf([&] {
    for (const auto& [name, tensor] : readTorchArchive(file)) {
      fuzz::require(bytesOf(tensor.shape, tensor.format, name) == tensor.bytes.size(), "a tensor has its bytes");
      if (isFloating(tensor.format)) floatsOf(tensor);
    }
  });
}

/// `input` is the pickle of an archive whose storages "0" and "1" have 96 bytes each; it is also read by itself.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  const std::string refused = fuzz::messageOf([&] {
    std::size_t length = 0;
    readPickledDictionary({reinterpret_cast<const std::byte*>(input.data()), input.size()}, "pickle", length);
  });
  if (!refused.empty()) return refused;
  const std::string storage(96, '\x3f');
  return checked(
      folder.write("pytorch_model.bin",
                   fuzz::zipOf({{"m/data.pkl", std::string(input)}, {"m/data/0", storage}, {"m/data/1", storage}})));
}

std::string text(const std::string& s) {
  return "X" + std::string(1, static_cast<char>(s.size())) + std::string(3, '\0') + s;
}

/// {"w": a view into storage "0"} with these numbers, put together by hand.
std::string view(int offset, int rows, int columns, int rowStride, int columnStride) {
  const auto number = [](int n) { return std::string("K") + static_cast<char>(n); };
  return std::string("\x80\x02}q\0(", 6) + text("w") + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
         "ctorch\nFloatStorage\n" + text("0") + text("cpu") + number(24) + "tQ" + number(offset) + number(rows) +
         number(columns) + "\x86" + number(rowStride) + number(columnStride) + "\x86\x89" +
         "ccollections\nOrderedDict\n)RtRu.";
}

std::vector<std::string> seeds() {
  const std::string archive = fuzz::sourceFile("tests/data/models/distilbert-bin/pytorch_model.bin");
  const auto pickle = readZipEntry(
      archive, [](std::string_view name) { return name.ends_with("/data.pkl"); }, 1 << 20, "pytorch_model.bin");
  return {view(0, 4, 6, 6, 1), pickle.value(), view(0, 4, 6, 1, 4), view(2, 3, 2, 0, 0), view(24, 1, 1, 1, 1)};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(pickle)

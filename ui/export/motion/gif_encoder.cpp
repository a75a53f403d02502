#include "ui/export/motion/gif_encoder.h"

#include <gif_lib.h>

#include "core/base/error.h"
#include "ui/export/motion/gif_palette.h"

namespace headlight {
namespace {

int append(GifFileType* file, const GifByteType* bytes, int count) {
  static_cast<QByteArray*>(file->UserData)->append(reinterpret_cast<const char*>(bytes), count);
  return count;
}

struct FreeColours {
  void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
};

class GifEncoder final : public FrameEncoder {
 public:
  GifEncoder(QSize size, const std::string& comment) : m_size(size) {
    if (size.width() > 65535 || size.height() > 65535)
      throw Error("animation: expected at most 65535 pixels a side in a GIF, found " + std::to_string(size.width()) +
                  " x " + std::to_string(size.height()));
    int problem = 0;
    m_file = EGifOpen(&m_bytes, append, &problem);
    if (!m_file) throw Error(std::string("animation: GIF cannot be written: ") + GifErrorString(problem));
    EGifSetGifVersion(m_file, true);
    check(EGifPutScreenDesc(m_file, size.width(), size.height(), 8, 0, nullptr));
    // Repeats without end (Netscape's application block, which all programs read).
    check(EGifPutExtensionLeader(m_file, APPLICATION_EXT_FUNC_CODE));
    check(EGifPutExtensionBlock(m_file, 11, "NETSCAPE2.0"));
    constexpr unsigned char kForEver[] = {1, 0, 0};
    check(EGifPutExtensionBlock(m_file, 3, kForEver));
    check(EGifPutExtensionTrailer(m_file));
    if (!comment.empty()) check(EGifPutComment(m_file, comment.c_str()));
  }
  ~GifEncoder() override { close(); }

  void add(const QImage& picture, int milliseconds) override {
    PalettePicture shown = withPalette(picture);
    // A palette has a power of two of colours.
    const int bits = GifBitSize(static_cast<int>(shown.colours.size()));
    const std::unique_ptr<ColorMapObject, FreeColours> map(GifMakeMapObject(1 << std::max(1, bits), nullptr));
    if (!map) throw Error("animation: not enough memory for a frame");
    for (int i = 0; i < map->ColorCount; ++i) {
      const QRgb colour = i < shown.colours.size() ? shown.colours[i] : qRgb(0, 0, 0);
      map->Colors[i] = {static_cast<GifByteType>(qRed(colour)), static_cast<GifByteType>(qGreen(colour)),
                        static_cast<GifByteType>(qBlue(colour))};
    }
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, (milliseconds + 5) / 10, NO_TRANSPARENT_COLOR};
    GifByteType bytes[4];
    EGifGCBToExtension(&control, bytes);
    check(EGifPutExtension(m_file, GRAPHICS_EXT_FUNC_CODE, 4, bytes));
    check(EGifPutImageDesc(m_file, 0, 0, m_size.width(), m_size.height(), false, map.get()));
    for (int y = 0; y < m_size.height(); ++y)
      check(EGifPutLine(m_file, reinterpret_cast<GifPixelType*>(shown.pixels.data()) + y * m_size.width(),
                        m_size.width()));
  }

  QByteArray finish() override {
    close();
    return m_bytes;
  }

 private:
  void check(int result) const {
    if (result != GIF_OK)
      throw Error(std::string("animation: GIF cannot be written: ") + GifErrorString(m_file->Error));
  }
  void close() {
    int ignored = 0;
    if (m_file) EGifCloseFile(m_file, &ignored);
    m_file = nullptr;
  }

  QSize m_size;
  QByteArray m_bytes;
  GifFileType* m_file = nullptr;
};

}  // namespace

std::unique_ptr<FrameEncoder> gifEncoder(QSize size, const std::string& comment) {
  return std::make_unique<GifEncoder>(size, comment);
}

}  // namespace headlight

export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#8c1717"/>' +
  '<text x="32" y="46" font-family="sans-serif" font-size="40" font-weight="700" fill="#f3c969" text-anchor="middle">Đ</text></svg>';
